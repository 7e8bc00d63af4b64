import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Decision } from '../assignment/assignment.service.ts'
import { notify } from '../notifications/notify.ts'
import { recordHistory } from './history.ts'
import { findAvailableMembers, findConcerned, findManagers, findNames, findTeamName } from './people.queries.ts'
import { ticketKey } from './ticket-key.ts'
import { getTitle } from './tickets.queries.ts'

/** Writes down where the ticket went and tells whom it concerns: the assignee, or the team it waits for, and who followed it so far. */
export async function announceAssignment(
  ctx: Context,
  tx: Tx,
  ticketId: string,
  decision: Pick<Decision, 'assigneeId' | 'teamId' | 'reason' | 'alertManagers'>,
  { bySystem, formerAssigneeId = null }: { bySystem: boolean; formerAssigneeId?: string | null },
): Promise<void> {
  const { db, actor } = tx
  const { assigneeId, teamId, reason } = decision
  const [assignee] = assigneeId ? await findNames(db, [assigneeId]) : []
  const team = teamId ? await findTeamName(db, teamId) : undefined
  const detail = { assignee: assignee ?? null, team: team ?? null, reason: bySystem ? reason : null }
  await recordHistory(tx, ticketId, 'assigned', detail, { bySystem })

  const { number, title } = await getTitle(db, ticketId)
  const key = ticketKey(number)
  if (assigneeId) {
    const message = bySystem ? `${key} is yours: ${title}` : `${actor.name} assigned ${key} to you: ${title}`
    await notify(ctx, tx, { ticketId, event: 'assigned', message, recipients: [assigneeId], bySystem })
  } else if (teamId) {
    const message = `${key} waits for somebody in ${team?.name}: ${title}`
    await notify(ctx, tx, {
      ticketId,
      event: 'assigned',
      message,
      recipients: await findAvailableMembers(db, teamId),
      bySystem,
      quietly: true,
    })
  }
  await tellFollowers(ctx, tx, ticketId, {
    message: assignee ? `${key} is with ${assignee.name} now: ${title}` : `${key} is with nobody now: ${title}`,
    recipients: [formerAssigneeId, ...(assigneeId ? await findConcerned(db, ticketId) : [])].filter(
      (id) => id !== assigneeId,
    ),
    bySystem,
  })
  if (decision.alertManagers) {
    const message = `Nobody could be given ${key}: ${reason}`
    await notify(ctx, tx, {
      ticketId,
      event: 'escalation',
      message,
      recipients: await findManagers(db, teamId),
      bySystem: true,
      alsoActor: true,
    })
  }
}

/** Who had it, reported it or watches it reads in the app where it went. */
const tellFollowers = (
  ctx: Context,
  tx: Tx,
  ticketId: string,
  news: { message: string; recipients: (string | null)[]; bySystem: boolean },
): Promise<void> => notify(ctx, tx, { ticketId, event: 'assigned', quietly: true, ...news })
