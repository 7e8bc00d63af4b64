import { PRESENCE_SECONDS, type PresenceNote } from '@physique57/contracts'

interface Entry {
  state: 'viewing' | 'replying'
  until: number
}

/** Who has which ticket before them, as this process has heard: ids only, in memory, forgotten after a while. */
export class PresenceBook {
  readonly #tickets = new Map<string, Map<string, Map<string, Entry>>>()
  readonly #clock: () => number

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** Whether it is news to the others. */
  note({ ticketId, userId, tab, state }: PresenceNote): boolean {
    const before = this.stateOf(ticketId, userId)
    if (state === 'gone') {
      this.#remove(ticketId, userId, tab)
    } else {
      const people = this.#tickets.get(ticketId) ?? new Map<string, Map<string, Entry>>()
      this.#tickets.set(ticketId, people)
      const tabs = people.get(userId) ?? new Map<string, Entry>()
      people.set(userId, tabs.set(tab, { state, until: this.#clock() + PRESENCE_SECONDS * 1_000 }))
    }
    return before !== this.stateOf(ticketId, userId)
  }

  /** Of all of somebody's tabs; whoever writes in one of them is writing. */
  stateOf(ticketId: string, userId: string): Entry['state'] | undefined {
    const tabs = [...(this.#tickets.get(ticketId)?.get(userId)?.values() ?? [])].filter((each) => this.#isThere(each))
    if (tabs.length === 0) return undefined
    return tabs.some(({ state }) => state === 'replying') ? 'replying' : 'viewing'
  }

  of(ticketId: string): Map<string, Entry['state']> {
    const states = new Map<string, Entry['state']>()
    for (const userId of this.#tickets.get(ticketId)?.keys() ?? []) {
      const state = this.stateOf(ticketId, userId)
      if (state) states.set(userId, state)
    }
    return states
  }

  /** They signed out, or their rights changed: whoever is still there says so again. Answers with the tickets it concerns. */
  forget(userId: string): string[] {
    return [...this.#tickets].flatMap(([ticketId, people]) => {
      if (!people.delete(userId)) return []
      if (people.size === 0) this.#tickets.delete(ticketId)
      return [ticketId]
    })
  }

  /** Lets go of those not heard of for too long. Answers with the tickets it concerns. */
  sweep(): string[] {
    const changed = new Set<string>()
    for (const [ticketId, people] of this.#tickets) {
      for (const [userId, tabs] of people) {
        for (const [tab, entry] of tabs) {
          if (this.#isThere(entry)) continue
          this.#remove(ticketId, userId, tab)
          changed.add(ticketId)
        }
      }
    }
    return [...changed]
  }

  #isThere({ until }: Entry): boolean {
    return until > this.#clock()
  }

  #remove(ticketId: string, userId: string, tab: string) {
    const people = this.#tickets.get(ticketId)
    const tabs = people?.get(userId)
    tabs?.delete(tab)
    if (tabs?.size === 0) people?.delete(userId)
    if (people?.size === 0) this.#tickets.delete(ticketId)
  }
}
