import { type CreateViewSent, type Id, type SavedView, views } from '@physique57/contracts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { viewsQuery } from './views-query.ts'

/** Makes one, or changes one as it was when `version` was looked at. */
export function useKeepView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, ...view }: Partial<CreateViewSent> & Pick<Partial<SavedView>, 'id' | 'version'>) => {
      const { id, ...body } = view
      return id
        ? call(views.update, { params: { id }, body, ...(version !== undefined && { ifMatch: version }) })
        : call(views.create, { body: { name: '', search: {}, ...body } })
    },
    onSuccess: (view) => remember(client, view.id, view),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.views }),
  })
}

export function useDeleteView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version }: SavedView) => call(views.remove, { params: { id }, ifMatch: version }),
    onSuccess: (_, { id }) => remember(client, id, undefined),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.views }),
  })
}

export function useRestoreView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(views.restore, { params: { id } }),
    onSuccess: async (view) => {
      remember(client, view.id, view)
      // its pins are there again
      await client.invalidateQueries({ queryKey: queryKeys.places })
    },
  })
}

function remember(client: QueryClient, id: Id, view: SavedView | undefined): void {
  client.setQueryData(viewsQuery().queryKey, (known) => {
    if (!known) return known
    const others = known.items.filter((each) => each.id !== id)
    return { ...known, items: view ? [...others, view].sort((a, b) => a.name.localeCompare(b.name)) : others }
  })
}
