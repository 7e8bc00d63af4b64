import { canBecome, nextStatuses, seesEverything, type TicketCan, type TicketStatus } from '@physique57/contracts'
import type { Actor } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'

/** What the rules look at. */
export interface TicketFacts {
  status: TicketStatus
  isOpen: boolean
  isDeleted: boolean
  isMerged: boolean
  escalationLevel: number
  reporterId: string
  assigneeId: string | null
  teamId: string | null
}

type Rule = (actor: Actor, ticket: TicketFacts) => boolean

const any =
  (...rules: Rule[]): Rule =>
  (actor, ticket) =>
    rules.some((rule) => rule(actor, ticket))
const all =
  (...rules: Rule[]): Rule =>
  (actor, ticket) =>
    rules.every((rule) => rule(actor, ticket))

const everyone: Rule = () => true
const admins: Rule = (actor) => actor.role === 'admin'
const managers: Rule = (actor) => seesEverything(actor.role)
const teamMember: Rule = (actor, ticket) => actor.team !== null && actor.team.id === ticket.teamId
const leadOfTeam: Rule = (actor, ticket) => actor.role === 'team_lead' && teamMember(actor, ticket)
const assignee: Rule = (actor, ticket) => actor.id === ticket.assigneeId
const reporter: Rule = (actor, ticket) => actor.id === ticket.reporterId
const unassigned: Rule = (_actor, ticket) => ticket.assigneeId === null
const whileOpen: Rule = (_actor, ticket) => ticket.isOpen

/** Who may do what to a ticket they can see. Whether its status allows it is a second question. */
export const ticketPolicy = {
  edit: any(managers, leadOfTeam, assignee),
  editDetails: any(managers, leadOfTeam, assignee, all(reporter, whileOpen)),
  respond: everyone,
  share: any(managers, leadOfTeam, assignee),
  assign: managers,
  assignWithinTeam: any(managers, leadOfTeam),
  take: all(teamMember, unassigned),
  handBack: assignee,
  escalate: any(managers, leadOfTeam, assignee, reporter),
  resolve: any(managers, leadOfTeam, assignee),
  close: any(managers, leadOfTeam, assignee, reporter),
  reopen: any(managers, leadOfTeam, assignee, reporter),
  remove: admins,
  merge: any(managers, leadOfTeam, assignee),
  unmerge: any(managers, leadOfTeam, assignee),
  restore: admins,
} satisfies Record<keyof TicketCan, Rule>

/** A file of the ticket: for whoever added it, and whoever works on the ticket. */
export const mayRemoveFile = (actor: Actor, ticket: TicketFacts, uploaderId: string): boolean =>
  actor.id === uploaderId || ticketPolicy.edit(actor, ticket)

export type TicketAction = keyof typeof ticketPolicy

export function authorize(actor: Actor, action: TicketAction, ticket: TicketFacts): void {
  if (!ticketPolicy[action](actor, ticket))
    throw new AppError('forbidden', `You may see this ticket, but not ${verbs[action]}.`)
}

const verbs: Record<TicketAction, string> = {
  edit: 'work on it',
  editDetails: 'change it',
  respond: 'answer it',
  share: 'share it',
  assign: 'assign it',
  assignWithinTeam: 'assign it',
  take: 'take it',
  handBack: 'hand it back',
  escalate: 'escalate it',
  resolve: 'resolve it',
  close: 'close it',
  reopen: 'reopen it',
  remove: 'delete it',
  merge: 'merge it',
  unmerge: 'unmerge it',
  restore: 'restore it',
}

/** 409 with the moves that are legal. */
export function assertTransition(from: TicketStatus, to: TicketStatus): void {
  if (canBecome(from, to)) return
  const legal = nextStatuses[from].map((status) => words(status)).join(', ')
  throw new AppError(
    'illegal_transition',
    `A ${words(from)} ticket cannot become ${words(to)}; it can become: ${legal}.`,
  )
}

const words = (status: TicketStatus) => status.replace('_', ' ')

/**
 * The policy and the state together: what a button may offer now. Unmerging also takes rights to the ticket it was merged
 * into, which is null when the caller does not see that.
 */
export function whatCanBeDone(actor: Actor, ticket: TicketFacts, mergedInto: TicketFacts | null = null): TicketCan {
  const isGone = ticket.isDeleted || ticket.isMerged
  const may = (action: TicketAction) => !isGone && ticketPolicy[action](actor, ticket)
  return {
    edit: may('edit') && ticket.isOpen,
    editDetails: may('editDetails') && ticket.isOpen,
    respond: may('respond'),
    share: may('share'),
    assign: may('assign') && ticket.isOpen,
    assignWithinTeam: may('assignWithinTeam') && ticket.isOpen,
    take: may('take') && ticket.isOpen,
    handBack: may('handBack') && ticket.isOpen,
    escalate: may('escalate') && ticket.isOpen && ticket.escalationLevel < 2,
    resolve: may('resolve') && canBecome(ticket.status, 'resolved'),
    close: may('close') && canBecome(ticket.status, 'closed'),
    reopen: may('reopen') && canBecome(ticket.status, 'reopened'),
    remove: may('remove'),
    merge: may('merge'),
    unmerge:
      ticket.isMerged &&
      ticketPolicy.unmerge(actor, ticket) &&
      mergedInto !== null &&
      ticketPolicy.unmerge(actor, mergedInto),
    restore: ticket.isDeleted && ticketPolicy.restore(actor, ticket),
  }
}
