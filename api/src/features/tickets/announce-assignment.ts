import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Decision } from '../assignment/assignment.service.ts'
import { notify } from '../notifications/notify.ts'
import { findAvailableMembers, findManagers, findNames, findTeamName } from './audience.queries.ts'
import { recordHistory } from './history.ts'
import { ticketKey } from './ticket-key.ts'
import { getTitle } from './tickets.queries.ts'

/** Writes down where the ticket went and tells whom it concerns: the assignee, or the team it waits for. */
export async function announceAssignment(
  ctx: Context,
  tx: Tx,
  ticketId: string,
  decision: Pick<Decision, 'assigneeId' | 'teamId' | 'reason' | 'alertManagers'>,
  { bySystem }: { bySystem: boolean },
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
  if (decision.alertManagers) {
    const message = `Nobody could be given ${key}: ${reason}`
    await notify(ctx, tx, {
      ticketId,
      event: 'escalation',
      message,
      recipients: await findManagers(db, teamId),
      bySystem: true,
    })
  }
}
