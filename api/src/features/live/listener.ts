import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'

const ids = z.array(z.string())

/** What the triggers announce (0006_live.sql). */
const Announcement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tickets'), ids }),
  /** Teams and people that a ticket was taken away from. */
  z.object({ kind: z.literal('left'), ids }),
  z.object({ kind: z.literal('notifications'), ids }),
  /** Whose rights changed, or who signed out. */
  z.object({ kind: z.literal('people'), ids }),
  z.object({ kind: z.literal('refetch') }),
])
/** After a break nobody knows what was missed: a change, or that somebody may no longer listen. */
export type Heard = z.infer<typeof Announcement> | { kind: 'reconnected' }

export interface Listener {
  stop(): Promise<void>
}

/**
 * Hears every committed change, on one connection that is made anew whenever it breaks. What was announced meanwhile is
 * lost, so after a break everybody is looked at again and told to ask again.
 */
export function listen(url: string, hear: (announcement: Heard) => void, onError: (error: Error) => void): Listener {
  const stopping = new AbortController()
  let client: pg.Client | undefined

  const connect = async (isFirst: boolean): Promise<void> => {
    const broken = Promise.withResolvers<Error | undefined>()
    client = new pg.Client({ connectionString: url, application_name: 'api live', keepAlive: true })
    client.on('error', broken.resolve)
    client.on('end', () => broken.resolve(undefined))
    client.on('notification', ({ payload }) => hear(Announcement.parse(JSON.parse(payload ?? ''))))
    await client.connect()
    await client.query('listen live')
    if (!isFirst) hear({ kind: 'reconnected' })
    const error = await broken.promise
    if (error) onError(error)
  }
  const keepConnected = async () => {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      await connect(attempt === 0).catch(onError)
      await sleep(1_000, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const kept = keepConnected()
  return {
    stop: async () => {
      stopping.abort()
      await client?.end().catch(() => {})
      await kept
    },
  }
}
