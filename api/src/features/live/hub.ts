import { isDeepStrictEqual } from 'node:util'
import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import type { Actor, Claims } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { type Audience, maySee } from '../tickets/may-see.ts'
import type { Heard } from './listener.ts'
import { PresenceBook } from './presence-book.ts'
import type { Stream } from './stream.ts'

/** Changes are gathered this long, so that a burst costs one query and one event a browser. */
const gatherMs = 40
const heartbeatMs = 15_000
/** Whoever went without a word is noticed this long after their time. */
const sweepMs = 5_000
/** At each heartbeat this part of all people is looked at again, so that everybody is every four minutes. */
const recheckedPart = 1 / 16

interface Sets {
  tickets: Set<string>
  left: Set<string>
  /** Tickets somebody came to or went from. */
  present: Set<string>
}

type Gathered = Sets & { everything: boolean }

/** It is in the trash now, out of the sight of somebody who saw it before. */
const wasTrashed = ({ actor }: Stream, ticket: Audience): boolean =>
  ticket.isDeleted && !maySee(actor, ticket) && maySee(actor, { ...ticket, isDeleted: false })

/** All browsers connected to this process, and what each of them is told. */
export class LiveHub {
  readonly #db: Db
  readonly #log: FastifyBaseLogger
  readonly #streams = new Map<string, Set<Stream>>()
  #gathered: (Gathered & { timer: NodeJS.Timeout }) | undefined
  readonly #heartbeat: NodeJS.Timeout
  readonly #sweep: NodeJS.Timeout
  readonly presence = new PresenceBook()
  /** How often something about anybody's rights was announced. */
  #rightsChanged = 0

  constructor(db: Db, log: FastifyBaseLogger) {
    this.#db = db
    this.#log = log
    this.#heartbeat = setInterval(() => {
      this.#each((stream) => stream.beat())
      void this.#recheckSome()
    }, heartbeatMs)
    this.#heartbeat.unref()
    this.#sweep = setInterval(() => this.#gather({ present: this.presence.sweep() }), sweepMs)
    this.#sweep.unref()
  }

  /**
   * Who this is now. Asked again when meanwhile rights were announced to have changed: whoever is not yet among the
   * streams, or is being looked at already, would miss it. Add the stream before waiting for anything else.
   */
  async findActor(claims: Claims): Promise<Actor> {
    for (;;) {
      const before = this.#rightsChanged
      const actor = await readOnly({ db: this.#db, claims }, async (tx) => tx.actor)
      if (before === this.#rightsChanged) return actor
    }
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
        this.#gather({ [announcement.kind]: announcement.ids })
        break
      case 'notifications':
      case 'exports':
        for (const userId of announcement.ids) this.#tellOwner(userId, announcement.kind)
        break
      case 'views':
        this.#tellAboutViews(announcement.ids)
        break
      case 'catalogue':
        this.#each((stream) => stream.send({ type: 'catalogue' }))
        break
      case 'people':
        this.#rightsChanged++
        for (const userId of announcement.ids) {
          this.#gather({ present: this.presence.forget(userId) })
          void this.#lookAgain(userId)
        }
        break
      case 'presence':
        if (this.presence.note(announcement.note)) this.#gather({ present: [announcement.note.ticketId] })
        break
      case 'refetch':
        this.#gather({ everything: true })
        break
      case 'reconnected':
        this.#rightsChanged++
        void this.#lookAgainAtAll()
    }
  }

  /** Before the process ends: everybody comes back in a moment, to whoever is there then. */
  stop(): void {
    clearInterval(this.#heartbeat)
    clearInterval(this.#sweep)
    clearTimeout(this.#gathered?.timer)
    this.#each((stream) => stream.end(500 + Math.round(Math.random() * 1_500)))
  }

  #tellOwner(userId: string, type: 'notifications' | 'exports') {
    for (const stream of this.#of(userId)) stream.send({ type })
  }

  #tellAboutViews(owners: string[]) {
    const tell = (stream: Stream) => stream.send({ type: 'views' })
    if (owners.length === 0) this.#each(tell)
    for (const userId of owners) for (const stream of this.#of(userId)) tell(stream)
  }

  #gather({
    tickets = [],
    left = [],
    present = [],
    everything = false,
  }: Partial<Record<keyof Sets, string[]>> & { everything?: boolean }) {
    if (tickets.length + left.length + present.length === 0 && !everything) return
    const timer = this.#gathered?.timer ?? setTimeout(() => void this.#tell(), gatherMs)
    this.#gathered ??= { tickets: new Set(), left: new Set(), present: new Set(), everything, timer }
    for (const id of tickets) this.#gathered.tickets.add(id)
    for (const id of left) this.#gathered.left.add(id)
    for (const id of present) this.#gathered.present.add(id)
    this.#gathered.everything ||= everything
  }

  async #tell() {
    if (!this.#gathered) return
    const { tickets, left, present, everything } = this.#gathered
    this.#gathered = undefined
    if (this.#streams.size === 0) return
    if (everything) {
      this.#each((stream) => stream.send({ type: 'refetch' }))
      return
    }
    try {
      const concerned = await this.#audiencesOf(new Set([...tickets, ...present]))
      const rows = concerned.filter(({ ticketId }) => tickets.has(ticketId))
      this.#each((stream) => {
        const seen = (all: Audience[]) =>
          all.filter((ticket) => maySee(stream.actor, ticket)).map(({ ticketId }) => ticketId)
        const ids = seen(rows)
        if (ids.length > 0) stream.send({ type: 'tickets', ids })
        // of who is at a ticket only those hear who are there themselves
        const before = concerned.filter(
          ({ ticketId }) => present.has(ticketId) && this.presence.stateOf(ticketId, stream.actor.id),
        )
        for (const ticketId of seen(before)) stream.send({ type: 'presence', ticketId })
        const wasLeft = left.has(stream.actor.id) || (stream.actor.team !== null && left.has(stream.actor.team.id))
        const lostSomething = (wasLeft && ids.length < rows.length) || rows.some((ticket) => wasTrashed(stream, ticket))
        if (lostSomething) stream.send({ type: 'refetch' })
      })
    } catch (error) {
      this.#log.warn({ err: error }, 'could not find who is concerned; everybody asks again')
      this.#each((stream) => stream.send({ type: 'refetch' }))
    }
  }

  async #audiencesOf(ids: Set<string>): Promise<Audience[]> {
    if (ids.size === 0) return []
    const { rows } = await sql<Audience>`select * from app.audience_of(${[...ids]}::uuid[])`.execute(this.#db)
    return rows
  }

  /** Someone's role, team or session changed: what they are told changes with it, or ends. */
  async #lookAgain(userId: string) {
    for (const stream of this.#of(userId)) {
      try {
        stream.actor = await this.findActor(stream.claims)
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

  /**
   * That a session expired is announced by nobody. Those looked at longest ago come first: whoever was goes to the end
   * of the map. A database that is away ends nobody here; everybody is looked at when it is back.
   */
  async #recheckSome() {
    const some = [...this.#streams].slice(0, Math.ceil(this.#streams.size * recheckedPart))
    for (const [userId, own] of some) {
      if (this.#streams.get(userId) !== own) continue
      this.#streams.delete(userId)
      this.#streams.set(userId, own)
      for (const stream of own) await this.#recheck(stream)
    }
  }

  async #recheck(stream: Stream) {
    try {
      const actor = await this.findActor(stream.claims)
      const isSame = isDeepStrictEqual(actor, stream.actor)
      stream.actor = actor
      if (!isSame) stream.send({ type: 'refetch' })
    } catch (error) {
      if (error instanceof AppError) stream.end()
      else this.#log.warn({ err: error }, 'could not look whether somebody may still listen')
    }
  }

  #of(userId: string): Stream[] {
    return [...(this.#streams.get(userId) ?? [])]
  }

  #each(tell: (stream: Stream) => void) {
    for (const own of this.#streams.values()) for (const stream of own) tell(stream)
  }
}
