import { z } from 'zod'
import { Id, idParams, isStorable, lineOfText, NamedRef, PersonRef, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'

const parameter = z
  .union([z.string().max(2_000), z.number(), z.boolean()])
  .refine((value) => typeof value !== 'string' || isStorable(value), {
    error: 'Contains characters that cannot be stored',
  })

/** What the address of the list says, parameter by parameter. What a later version no longer knows is left out by whoever reads it. */
export const ViewSearch = z
  .record(z.string().regex(/^[a-z][a-zA-Z]{0,39}$/), parameter)
  .refine((search) => Object.keys(search).length <= 30 && JSON.stringify(search).length <= 8_000, {
    error: 'More than a view can hold',
  })
export type ViewSearch = z.infer<typeof ViewSearch>

/** Who finds it among their views; each sees the tickets they see anyway. */
export const ViewAudience = z.enum(['private', 'team', 'everyone'])
export type ViewAudience = z.infer<typeof ViewAudience>

export const VIEW_NAME_LENGTH = 60
/** So many somebody may have, a team, and everyone. */
export const MOST_VIEWS = 100

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  audience: ViewAudience,
  /** Whose it is, of a team's. */
  team: NamedRef.nullable(),
  /** Who made it. */
  owner: PersonRef,
  search: ViewSearch,
  version: z.int(),
  updatedAt: Timestamp,
  /** What the caller may do to it; the same table decides when they try. */
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
})
export type SavedView = z.infer<typeof SavedView>

const kept = {
  name: lineOfText(VIEW_NAME_LENGTH),
  audience: ViewAudience,
  /** With the audience `team`, and only then. */
  teamId: Id.nullable(),
  search: ViewSearch,
}

const CreateView = z.strictObject({
  ...kept,
  audience: kept.audience.default('private'),
  teamId: kept.teamId.default(null),
})
export type CreateView = z.output<typeof CreateView>
export type CreateViewSent = z.input<typeof CreateView>

const ChangeView = z
  .strictObject(kept)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'Nothing to change' })
export type ChangeView = z.output<typeof ChangeView>

export const views = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: 'The saved views you may open: your own, your team’s and everyone’s',
    response: z.object({
      items: z.array(SavedView),
      /** With whom the caller may share. */
      shareWith: z.object({ teams: z.array(NamedRef), everyone: z.boolean() }),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/views',
    summary: 'Keep a list under a name, for yourself, a team or everyone',
    body: CreateView,
    response: SavedView,
    status: 201,
    idempotent: true,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/views/:id',
    summary: 'Change what it shows, its name or who sees it',
    params: idParams,
    body: ChangeView,
    response: SavedView,
    versioned: true,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/views/:id',
    summary: 'Delete it, for all who see it; it can be restored for a day',
    params: idParams,
    response: z.undefined(),
    status: 204,
    versioned: true,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/views/:id/restore',
    summary: 'Take back that it was deleted',
    params: idParams,
    response: SavedView,
  }),
}
