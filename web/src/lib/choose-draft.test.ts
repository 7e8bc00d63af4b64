import { expect, test } from 'vitest'
import { type ChosenDraft, chooseDraft, type KeptDraft, type ServerDraft } from './choose-draft.ts'

const [phone, desk] = ['phone', 'desk']
const [old, now] = [1_000, 2_000]
const here = (body: string | null, savedAt: number, onServer: boolean): KeptDraft => ({
  content: body === null ? null : { body },
  savedAt,
  onServer,
  typedOn: null,
})
const server = (body: string, savedAt: number, device: string): ServerDraft => ({ content: { body }, savedAt, device })

test.each<[string, KeptDraft | undefined, ServerDraft | undefined, ChosenDraft]>([
  ['nothing anywhere', undefined, undefined, { from: 'nowhere' }],
  ['typed here, never saved', here('a', now, false), undefined, { from: 'here' }],
  ['sent or let go of elsewhere', here('a', now, true), undefined, { from: 'nowhere' }],
  ['another device', undefined, server('a', now, desk), { from: 'server' }],
  ['one’s own, typed on since', here('ab', now, false), server('a', old, phone), { from: 'here' }],
  ['one’s own, while the browser stored nothing', here('a', old, true), server('ab', now, phone), { from: 'server' }],
  ['gone on with elsewhere', here('a', old, true), server('ab', now, desk), { from: 'server' }],
  ['the same on both', here('a', old, false), server('a', now, desk), { from: 'server' }],
  ['let go of here, the server not told', here(null, now, false), server('a', old, phone), { from: 'nowhere' }],
  ['let go of here, begun anew elsewhere', here(null, old, false), server('b', now, desk), { from: 'server' }],
  [
    'typed apart, newer here',
    here('mine', now, false),
    server('theirs', old, desk),
    { from: 'here', other: { content: { body: 'theirs' }, savedAt: old } },
  ],
  [
    'typed apart, newer there',
    here('mine', old, false),
    server('theirs', now, desk),
    { from: 'server', other: { content: { body: 'mine' }, savedAt: old } },
  ],
])('%s', (_, kept, sent, chosen) => expect(chooseDraft(kept, sent, phone)).toEqual(chosen))
