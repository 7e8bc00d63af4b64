import type { CannedReply } from '@physique57/contracts'

/** For whom a reply is, in a word or two. */
export const audienceOf = ({ audience, team }: CannedReply): string =>
  audience === 'private' ? 'Only you' : audience === 'team' ? (team?.name ?? 'A team') : 'Everyone'

const fields: [field: string, read: (reply: CannedReply) => string][] = [
  ['Title', ({ title }) => title],
  ['Text', ({ body }) => body],
  ['Category', ({ category }) => category ?? 'none'],
  ['For', audienceOf],
]

/** What differs between a reply as somebody began to change it and as it is now. */
export const whatChanged = (before: CannedReply, after: CannedReply): { field: string; now: string }[] =>
  fields.flatMap(([field, read]) => (read(before) === read(after) ? [] : [{ field, now: read(after) }]))
