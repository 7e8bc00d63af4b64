import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { type Audience, maySee } from './audience.ts'
import type { Heard } from './listener.ts'
import type { Stream } from './stream.ts'

/** Changes are gathered this long, so that a burst costs one query and one event a browser. */
const gatherMs = 40
const heartbeatMs = 15_000

/** It is in the trash now, out of the sight of somebody who saw it before. */
const wasTrashed = ({ actor }: Stream, ticket: Audience): boolean =>
  ticket.isDeleted && !maySee(actor, ticket) && maySee(actor, { ...ticket, isDeleted: false })

/** All browsers connected to this process, and what each of them is told. */
export class LiveHub {
  readonly #db: Db
  readonly #log: FastifyBaseLogger
  readonly #streams = new Map<string, Set<Stream>>()
  #gathered: { tickets: Set<string>; left: Set<string>; timer: NodeJS.Timeout } | undefined
  readonly #heartbeat: NodeJS.Timeout

  constructor(db: Db, log: FastifyBaseLogger) {
    this.#db = db
    this.#log = log
    this.#heartbeat = setInterval(() => this.#each((stream) => stream.beat()), heartbeatMs)
    this.#heartbeat.unref()
  }

  add(stream: Stream): () => void {
    const { userId } = stream.claims
    const own = this.#streams.get(userId) ?? new Set()
    this.#streams.set(userId, own.add(stream))
    return () => {
      own.delete(stream)
      if (own.size === 0 && this.#streams.get(userId) === own) this.#streams.delete(userId)
    }
  }

  countOf(userId: string): number {
    return this.#streams.get(userId)?.size ?? 0
  }

  hear(announcement: Heard): void {
    switch (announcement.kind) {
      case 'tickets':
      case 'left':
        this.#gather(announcement.kind, announcement.ids)
        break
      case 'notifications':
        for (const userId of announcement.ids) this.#tellAboutNotifications(userId)
        break
      case 'people':
        for (const userId of announcement.ids) void this.#lookAgain(userId)
        break
      case 'refetch':
        this.#each((stream) => stream.send({ type: 'refetch' }))
        break
      case 'reconnected':
        void this.#lookAgainAtAll()
    }
  }

  /** Before the process ends: everybody comes back in a moment, to whoever is there then. */
  stop(): void {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#gathered?.timer)
    this.#each((stream) => stream.end(500 + Math.round(Math.random() * 1_500)))
  }

  #tellAboutNotifications(userId: string) {
    for (const stream of this.#of(userId)) stream.send({ type: 'notifications' })
  }

  #gather(kind: 'tickets' | 'left', ids: string[]) {
    this.#gathered ??= { tickets: new Set(), left: new Set(), timer: setTimeout(() => void this.#tell(), gatherMs) }
    for (const id of ids) this.#gathered[kind].add(id)
  }

  async #tell() {
    const { tickets, left } = this.#gathered ?? { tickets: new Set<string>(), left: new Set<string>() }
    this.#gathered = undefined
    if (this.#streams.size === 0) return
    try {
      const { rows } = await sql<Audience>`select * from app.audience_of(${[...tickets]}::uuid[])`.execute(this.#db)
      this.#each((stream) => {
        const ids = rows.filter((ticket) => maySee(stream.actor, ticket)).map(({ ticketId }) => ticketId)
        if (ids.length > 0) stream.send({ type: 'tickets', ids })
        const wasLeft = left.has(stream.actor.id) || (stream.actor.team !== null && left.has(stream.actor.team.id))
        const lostSomething = (wasLeft && ids.length < rows.length) || rows.some((ticket) => wasTrashed(stream, ticket))
        if (lostSomething) stream.send({ type: 'refetch' })
      })
    } catch (error) {
      this.#log.warn({ err: error }, 'could not find who is concerned; everybody asks again')
      this.#each((stream) => stream.send({ type: 'refetch' }))
    }
  }

  /** Someone's role, team or session changed: what they are told changes with it, or ends. */
  async #lookAgain(userId: string) {
    for (const stream of this.#of(userId)) {
      try {
        stream.actor = await readOnly({ db: this.#db, claims: stream.claims }, async ({ actor }) => actor)
        stream.send({ type: 'refetch' })
      } catch (error) {
        if (!(error instanceof AppError)) this.#log.warn({ err: error }, 'could not look at somebody again')
        stream.end()
      }
    }
  }

  /** One after the other: there may be hundreds, and none of them is in a hurry. */
  async #lookAgainAtAll() {
    for (const userId of [...this.#streams.keys()]) await this.#lookAgain(userId)
  }

  #of(userId: string): Stream[] {
    return [...(this.#streams.get(userId) ?? [])]
  }

  #each(tell: (stream: Stream) => void) {
    for (const own of this.#streams.values()) for (const stream of own) tell(stream)
  }
}
