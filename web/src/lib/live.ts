import { LiveEvent, livePath } from '@physique57/contracts'
import { useAuth } from '../stores/auth-store.ts'
import { frameParser } from './frames.ts'
import { channel, withLock } from './locks.ts'
import { refreshSession } from './session.ts'

/** Connected: whatever was missed meanwhile is worth asking for. */
export type LiveMessage = LiveEvent | { type: 'connected' }

/** The server sends a comment every 15 s; after two missed ones the connection is taken for dead. */
const SILENCE = 40_000
const SHORTEST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Hears what changes on the server until stopped. Of all tabs of a browser one holds the connection and tells the others, because
 * HTTP/1.1 allows six; when it closes, the next one takes over.
 */
export function listen(userId: string, onMessage: (message: LiveMessage) => void): () => void {
  const stop = new AbortController()
  const tabs = channel(`p57.live.${userId}`)
  tabs?.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => onMessage(data))
  const tell = (message: LiveMessage): void => {
    onMessage(message)
    tabs?.postMessage(message)
  }
  withLock(`p57.live.${userId}`, () => stayConnected(tell, stop.signal), stop.signal).catch(() => undefined)
  return () => {
    stop.abort()
    tabs?.close()
  }
}

async function stayConnected(tell: (message: LiveMessage) => void, stop: AbortSignal): Promise<void> {
  let failures = 0
  let shortest = SHORTEST_WAIT
  while (!stop.aborted) {
    try {
      await readStream(
        {
          open: () => {
            failures = 0
            tell({ type: 'connected' })
          },
          event: tell,
          retry: (ms) => {
            shortest = ms
          },
        },
        stop,
      )
    } catch {
      failures++
    }
    if (!stop.aborted) await pause(waitBefore(failures, shortest), stop)
  }
}

/** Doubles with each failure and is spread, so that a restarted server is not met by everyone at once. */
export function waitBefore(failures: number, shortest: number, random = Math.random()): number {
  const longest = Math.min(shortest * 2 ** failures, Math.max(LONGEST_WAIT, shortest))
  return shortest / 2 + random * (longest - shortest / 2)
}

interface Hears {
  open: () => void
  event: (event: LiveEvent) => void
  retry: (ms: number) => void
}

/** Returns when the server ends the stream; throws when it breaks, is refused or falls silent. */
async function readStream(hears: Hears, stop: AbortSignal): Promise<void> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE)
  const heard = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(), SILENCE)
  }
  try {
    const response = await connect(AbortSignal.any([stop, silence.signal]))
    hears.open()
    const parse = frameParser({ frame: ({ data }) => tellEvent(data, hears.event), retry: hears.retry })
    const text = new TextDecoder()
    for await (const bytes of chunksOf(response)) {
      heard()
      parse(text.decode(bytes, { stream: true }))
    }
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

async function connect(signal: AbortSignal): Promise<Response> {
  const open = () =>
    fetch(`/api${livePath}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${useAuth.getState().token}` },
      cache: 'no-store',
      signal,
    })
  let response = await open()
  if (response.status === 401 && (await refreshSession())) response = await open()
  if (!response.ok) throw new Error(`The live stream answered ${response.status}`)
  return response
}

/** Safari cannot iterate a stream yet. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

function tellEvent(data: string, tell: (event: LiveEvent) => void): void {
  try {
    const event = LiveEvent.safeParse(JSON.parse(data))
    if (event.success) tell(event.data)
  } catch {
    // Not JSON: a newer server may say more than we understand.
  }
}

/** Ends early when the device is back online. */
function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', done)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    globalThis.addEventListener?.('online', done)
    stop.addEventListener('abort', done)
  })
}
