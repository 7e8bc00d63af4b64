import { z } from 'zod'
import { Id, NamedRef } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Somebody a ticket can be given to. */
export const Assignable = z.object({ id: Id, name: z.string(), team: NamedRef, available: z.boolean() })
export type Assignable = z.infer<typeof Assignable>

export const people = {
  assignable: endpoint({
    method: 'GET',
    path: '/assignable',
    summary: 'Teams, and the people the caller may give tickets to',
    response: z.object({ teams: z.array(NamedRef), people: z.array(Assignable) }),
  }),
}
