import type { ServerResponse } from 'node:http'
import type { LiveEvent } from '@physique57/contracts'
import type { Actor, Claims } from '../../context.ts'

/** A client that stopped reading is cut when this much waits for it. */
const maxWaitingBytes = 1_000_000

/** One browser that listens. */
export interface Stream {
  claims: Claims
  actor: Actor
  send(event: LiveEvent): void
  beat(): void
  /** `retryAfter` in milliseconds: when the browser should come back. */
  end(retryAfter?: number): void
}

export function openStream(response: ServerResponse, claims: Claims, actor: Actor): Stream {
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return
    response.write(text)
    if (response.writableLength > maxWaitingBytes) response.destroy()
  }
  write('retry: 2000\n\n')
  return {
    claims,
    actor,
    send: (event) => write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    beat: () => write(': still here\n\n'),
    end: (retryAfter) => {
      if (!response.writableEnded) response.end(retryAfter === undefined ? '' : `retry: ${retryAfter}\n\n`)
    },
  }
}
