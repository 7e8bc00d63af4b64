import { z } from 'zod'
import { Id, idParams, NamedRef, type PersonRef } from './common.ts'
import { endpoint } from './endpoint.ts'

const maxMentions = 20

/** People a response speaks to, each named in its text as `@Full Name`. */
export const MentionedIds = z
  .array(Id)
  .max(maxMentions)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Each person only once' })

/** The text in parts: what stands between, and who is mentioned there. Of two names the longer one is meant. */
export function splitMentions<P extends { name: string }>(text: string, people: readonly P[]): (string | P)[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  const parts: (string | P)[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || isPartOfWord(text.slice(0, at), /[\p{L}\p{M}\p{N}._%+-]$/u)) continue
    const person = longestFirst.find(({ name }) => isNameAt(text, at + 1, name))
    if (!person) continue
    if (at > from) parts.push(text.slice(from, at))
    parts.push(person)
    from = at + 1 + person.name.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** Those of whom the text speaks as `@Full Name`. */
export function mentionedIn<P extends { name: string }>(text: string, people: readonly P[]): P[] {
  const found = new Set(splitMentions(text, people).filter((part) => typeof part !== 'string'))
  return people.filter((person) => found.has(person))
}

const isNameAt = (text: string, at: number, name: string): boolean =>
  name !== '' && text.startsWith(name, at) && !isPartOfWord(text.slice(at + name.length), /^[\p{L}\p{M}\p{N}]/u)

const isPartOfWord = (beside: string, letter: RegExp): boolean => letter.test(beside)

/** Somebody to mention; who does not see the ticket yet will, once mentioned. */
export const Mentionable = z.object({ id: Id, name: z.string(), team: NamedRef.nullable(), sees: z.boolean() })
export type Mentionable = z.infer<typeof Mentionable>

export type Mention = z.infer<typeof PersonRef>

export const mentions = {
  find: endpoint({
    method: 'GET',
    path: '/tickets/:id/mentionable',
    summary: 'Whom one may mention here, likeliest first: who sees the ticket, with the right to share it everybody',
    params: idParams,
    query: z.strictObject({
      /** Beginning of the name, or of a word in it. */
      q: z.string().trim().max(60).default(''),
    }),
    response: z.object({ items: z.array(Mentionable) }),
  }),
}
