import type { AssignTicket, Ticket } from '@physique57/contracts'
import type { Actor, Context } from '../../../context.ts'
import type { Tx } from '../../../db/transaction.ts'
import { AppError, unprocessable } from '../../../http/app-error.ts'
import {
  announceWork,
  type Decision,
  decideAssignment,
  decideWithinTeam,
  recordDecision,
} from '../../assignment/assignment.service.ts'
import { announceAssignment } from '../announce-assignment.ts'
import { findAssignee, findDefaultTeam, findTeamName } from '../people.queries.ts'
import { authorize, type TicketFacts, ticketPolicy } from '../ticket.policy.ts'
import { type TicketRow, updateTicket } from '../tickets.queries.ts'
import { assertOpen, type Move, moveTicket } from './move.ts'

export const assignTicket = (ctx: Context, id: string, target: AssignTicket): Promise<Ticket> =>
  moveTicket(ctx, id, assigning(ctx, id, target))

export const assigning = (ctx: Context, id: string, target: AssignTicket): Move => ({
  authorize: (tx, facts) => authorizeAssignment(tx, target, facts),
  assert: (_ticket, facts) => assertOpen(facts),
  act: async (tx, ticket) => {
    const decision = await decide(tx, ticket, target)
    await recordDecision(tx.db, id, decision)
    await updateTicket(tx.db, id, {
      assignedToUserId: decision.assigneeId,
      assignedTeamId: decision.teamId,
      status: statusAfter(ticket, decision),
    })
    await announceAssignment(ctx, tx, id, decision, {
      bySystem: 'auto' in target,
      formerAssigneeId: ticket.assignedToUserId,
    })
  },
})

/** Managers: anybody. A lead: within the team. A member: take what nobody has. The assignee: hand it back. */
async function authorizeAssignment({ db, actor }: Tx, target: AssignTicket, facts: TicketFacts): Promise<void> {
  if (ticketPolicy.assign(actor, facts)) return
  if (await staysInTeam(db, actor, target)) {
    if (ticketPolicy.assignWithinTeam(actor, facts)) return
  }
  if ('userId' in target && target.userId === actor.id) return authorize(actor, 'take', facts)
  const handsBack = 'teamId' in target ? target.teamId === facts.teamId : 'userId' in target && target.userId === null
  if (handsBack) return authorize(actor, 'handBack', facts)
  authorize(actor, 'assign', facts)
}

async function staysInTeam(db: Tx['db'], actor: Actor, target: AssignTicket): Promise<boolean> {
  if ('auto' in target || ('userId' in target && target.userId === null)) return true
  if ('teamId' in target) return target.teamId === actor.team?.id
  return (await findAssignee(db, target.userId ?? ''))?.teamId === actor.team?.id
}

async function decide({ db, actor }: Tx, ticket: TicketRow, target: AssignTicket): Promise<Decision> {
  if ('auto' in target) {
    const isLead = actor.role === 'team_lead' && ticket.assignedTeamId !== null
    return isLead ? decideWithinTeam(db, ticket, ticket.assignedTeamId ?? '') : decideAssignment(db, ticket)
  }
  const by = { alertManagers: false, candidates: [], ruleId: null, ruleName: null }
  if ('teamId' in target) {
    const team = await findTeamName(db, target.teamId)
    if (!team) throw unprocessable('teamId', 'There is no such team')
    return { ...by, assigneeId: null, teamId: team.id, reason: `Put in the queue by ${actor.name}` }
  }
  if (target.userId === null) {
    // a ticket without a team would wait where nobody looks
    const teamId = ticket.assignedTeamId ?? (await findDefaultTeam(db))?.id ?? null
    return { ...by, assigneeId: null, teamId, reason: `Handed back by ${actor.name}` }
  }
  const person = await findAssignee(db, target.userId)
  if (!person) throw unprocessable('userId', 'There is no such person, or they no longer work here')
  if (person.id === ticket.assignedToUserId) throw new AppError('conflict', `${person.name} has this ticket already.`)
  if (person.teamId) await announceWork(db, person.teamId)
  const reason = person.id === actor.id ? `Taken by ${actor.name}` : `Given by ${actor.name}`
  return { ...by, assigneeId: person.id, teamId: person.teamId ?? ticket.assignedTeamId, reason }
}

/** Work that has begun stays begun, whoever does it. */
function statusAfter({ status }: TicketRow, { assigneeId }: Decision) {
  if (status === 'new' || status === 'assigned') return assigneeId ? 'assigned' : 'new'
  return status
}
