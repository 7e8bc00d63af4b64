import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const tagLimits = { length: 40, perTicket: 20 }

/** One word is one tag, however it is written: in lower case, with single spaces, without invisible joiners. */
export const asTag = (written: string): string =>
  written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200c\u200d]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What tickets are marked with: letters of any script, digits, spaces and hyphens. */
export const Tag = z
  .string()
  .overwrite(asTag)
  .min(1, { error: 'A tag needs a letter or digit' })
  .max(tagLimits.length, { error: `A tag has at most ${tagLimits.length} characters` })
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]*$/u, { error: 'A tag has letters, digits, spaces and hyphens only' })
export type Tag = z.infer<typeof Tag>

/** Each once, by the alphabet. */
export const sortedTags = (tags: readonly string[]): string[] => [...new Set(tags)].sort()

/** All of a ticket’s. */
export const Tags = z
  .array(Tag)
  .overwrite(sortedTags)
  .max(tagLimits.perTicket, { error: `A ticket has at most ${tagLimits.perTicket} tags` })

export const TagInUse = z.object({
  name: z.string(),
  /** On so many of the newest tagged tickets the caller sees. */
  tickets: z.int(),
})
export type TagInUse = z.infer<typeof TagInUse>

export const tags = {
  list: endpoint({
    method: 'GET',
    path: '/tags',
    summary: 'The tags on tickets you can see, most used first',
    /** Only those with a word that begins so. */
    query: z.strictObject({ q: z.string().max(200).optional() }),
    response: z.object({ items: z.array(TagInUse) }),
  }),
}
