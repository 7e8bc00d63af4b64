import { ResponseKind } from '@physique57/contracts'
import { z } from 'zod'

/** One response as its writer left it. */
export const Written = z.object({
  kind: ResponseKind.catch('reply'),
  body: z.string().catch(''),
  attachmentIds: z.array(z.string()).catch([]),
  mentions: z.array(z.object({ id: z.string(), name: z.string(), sees: z.boolean().optional() })).catch([]),
  /** Up to where the story was known when it was begun. */
  seenUntil: z.string().optional().catch(undefined),
  /** What was sent and not answered, and under which key. */
  sent: z
    .object({ content: z.string(), key: z.string(), seenUntil: z.string().optional() })
    .optional()
    .catch(undefined),
})
export type Written = z.infer<typeof Written>

export const isNothing = ({ body, attachmentIds }: Pick<Written, 'body' | 'attachmentIds'>): boolean =>
  body.trim() === '' && attachmentIds.length === 0

/** Into the field again, before whatever has been typed there since: nothing is lost, and together it is something new to send. */
export function putBack(unsent: Written, current: Written): Written {
  if (isNothing(current)) return unsent
  const ids = new Set(unsent.mentions.map(({ id }) => id))
  return {
    kind: unsent.kind === 'note' || current.kind === 'note' ? 'note' : 'reply',
    body: `${unsent.body}\n\n${current.body}`.trim(),
    attachmentIds: [...new Set([...unsent.attachmentIds, ...current.attachmentIds])],
    mentions: [...unsent.mentions, ...current.mentions.filter(({ id }) => !ids.has(id))],
    seenUntil: unsent.seenUntil ?? current.seenUntil,
    sent: undefined,
  }
}
