import { z } from 'zod'
import { unknownVariables } from './canned-variables.ts'
import { Id, idParams, lineOfText, NamedRef, PersonRef, page, pageQuery, Timestamp, text } from './common.ts'
import { endpoint } from './endpoint.ts'

/** For oneself, for a team, or for everybody. */
export const CannedAudience = z.enum(['private', 'team', 'everyone'])
export type CannedAudience = z.infer<typeof CannedAudience>

/** Text that is written once and used often, with variables such as `{{client.firstName}}`. */
export const CannedReply = z.object({
  id: Id,
  title: z.string(),
  body: z.string(),
  audience: CannedAudience,
  /** Whose, where the audience is a team. */
  team: NamedRef.nullable(),
  /** What it is found under. */
  category: z.string().nullable(),
  owner: PersonRef,
  version: z.int(),
  updatedAt: Timestamp,
  /** What the caller may do to it now. */
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
})
export type CannedReply = z.infer<typeof CannedReply>

const body = text(10_000).superRefine((value, ctx) => {
  for (const name of unknownVariables(value))
    ctx.addIssue({ code: 'custom', message: `There is no variable {{${name}}}` })
})

export const NewCannedReply = z.strictObject({
  title: lineOfText(120),
  body,
  audience: CannedAudience.default('private'),
  /** Needed for a team, and for nobody else. */
  teamId: Id.nullable().default(null),
  category: lineOfText(60).nullable().default(null),
})
export type NewCannedReply = z.output<typeof NewCannedReply>

export const ChangeCannedReply = z
  .strictObject({
    title: lineOfText(120),
    body,
    audience: CannedAudience,
    teamId: Id.nullable(),
    category: lineOfText(60).nullable(),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'Nothing to change' })
export type ChangeCannedReply = z.output<typeof ChangeCannedReply>

export const cannedReplies = {
  list: endpoint({
    method: 'GET',
    path: '/canned-replies',
    summary: 'Replies written ahead that the caller can use, by title',
    query: z.strictObject({
      ...pageQuery,
      /** Words of the title, the category or the text. */
      q: z.string().trim().max(60).optional(),
    }),
    response: page(CannedReply).extend({
      /** For whom the caller may write new ones. */
      audiences: z.array(CannedAudience),
    }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/canned-replies/:id',
    summary: 'A reply written ahead, as it is now',
    params: idParams,
    response: CannedReply,
  }),
  create: endpoint({
    method: 'POST',
    path: '/canned-replies',
    summary: 'Write a reply ahead',
    body: NewCannedReply,
    response: CannedReply,
    status: 201,
    idempotent: true,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/canned-replies/:id',
    summary: 'Change a reply written ahead',
    params: idParams,
    body: ChangeCannedReply,
    response: CannedReply,
    versioned: true,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/canned-replies/:id',
    summary: 'Delete a reply written ahead',
    params: idParams,
    response: z.undefined(),
    status: 204,
    versioned: true,
  }),
}
