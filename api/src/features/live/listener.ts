import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { PresenceNote } from '@physique57/contracts'
import pg from 'pg'
import { z } from 'zod'

const ids = z.array(z.string())

/** What the triggers announce (0006_live.sql). */
const Announcement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tickets'), ids }),
  /** Teams and people that a ticket was taken away from. */
  z.object({ kind: z.literal('left'), ids }),
  z.object({ kind: z.literal('notifications'), ids }),
  /** Whose exports began or ended. */
  z.object({ kind: z.literal('exports'), ids }),
  /** Whose rights changed, or who signed out. */
  z.object({ kind: z.literal('people'), ids }),
  /** Whose own views changed; nobody named: shared ones, which concern everybody. */
  z.object({ kind: z.literal('views'), ids }),
  z.object({ kind: z.literal('catalogue') }),
  z.object({ kind: z.literal('refetch') }),
])
/** After a break nobody knows what was missed: a change, or that somebody may no longer listen. */
export type Heard = z.infer<typeof Announcement> | { kind: 'presence'; note: PresenceNote } | { kind: 'reconnected' }

export interface Listener {
  stop(): Promise<void>
}

/** A connection may end without a word, as behind a firewall that forgot it; so it is asked whether it is there. */
const limits = { connectMs: 5_000, answerMs: 3_000, probeEveryMs: 8_000 }

/**
 * Hears every committed change, on one connection that is made anew whenever it breaks. What was announced meanwhile is
 * lost, so after a break everybody is looked at again and told to ask again.
 */
export function listen(
  url: string,
  hear: (announcement: Heard) => void,
  onError: (error: Error) => void,
  { connectMs, answerMs, probeEveryMs }: typeof limits = limits,
): Listener {
  const stopping = new AbortController()
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  /** One connection, until it breaks or we stop. */
  const hearUntilBroken = async (isFirst: boolean): Promise<void> => {
    const socket = new Socket()
    const broken = Promise.withResolvers<Error>()
    const giveUp = () => socket.destroy(new Error('Stopped'))
    const client = new pg.Client({
      connectionString: url,
      application_name: 'api live',
      stream: () => socket,
      connectionTimeoutMillis: connectMs,
      query_timeout: answerMs,
    })
    client.on('error', broken.resolve)
    client.on('notification', ({ channel, payload = '' }) => {
      const heard = channel === 'presence' ? understandPresence(payload) : understand(payload, onError)
      if (heard) hear(heard)
    })
    stopping.signal.addEventListener('abort', giveUp)
    try {
      await client.connect()
      await client.query('listen live; listen presence')
      if (!isFirst) hear({ kind: 'reconnected' })
      for (;;) {
        const error = await Promise.race([broken.promise, pause(probeEveryMs)])
        if (error) throw error
        await client.query('select 1')
      }
    } finally {
      stopping.signal.removeEventListener('abort', giveUp)
      // it may be there but dumb, and would never say goodbye
      socket.destroy()
    }
  }
  const keepConnected = async () => {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      await hearUntilBroken(attempt === 0).catch((error: Error) => stopping.signal.aborted || onError(error))
      await pause(1_000)
    }
  }
  const kept = keepConnected()
  return {
    stop: async () => {
      stopping.abort()
      await kept
    },
  }
}

/** Another version of us may announce what we do not know yet: something changed, so everybody asks again. */
function understand(payload: string, onError: (error: Error) => void): Heard {
  try {
    return Announcement.parse(JSON.parse(payload))
  } catch {
    onError(new Error(`An announcement that is not understood: ${payload.slice(0, 100)}`))
    return { kind: 'refetch' }
  }
}

/** What is not understood is worth nothing: whoever is there says so again. */
function understandPresence(payload: string): Heard | undefined {
  try {
    return { kind: 'presence', note: PresenceNote.parse(JSON.parse(payload)) }
  } catch {
    return undefined
  }
}
