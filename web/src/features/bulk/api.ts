import { type BulkChangeSent, type BulkOperation, bulk, type Id, type TicketFiltersSent } from '@physique57/contracts'
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { describeError } from '../../lib/problem.ts'
import { follow, showBulk } from './bulk-store.ts'
import { clearSelection } from './selection.ts'
import { tellBulk } from './tell-bulk.ts'

const LOOK_AGAIN = 1_000

export const isRunning = ({ finishedAt }: BulkOperation): boolean => finishedAt === null

export const bulkQueries = {
  /** One's own latest, asked for again while one of them runs. */
  latest: () =>
    queryOptions({
      queryKey: ['bulk', 'latest'] as const,
      queryFn: async ({ signal }) => (await call(bulk.list, { signal })).items,
      refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LOOK_AGAIN : false),
    }),
  refused: (id: Id) =>
    infiniteQueryOptions({
      queryKey: ['bulk', 'refused', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(bulk.items, {
          params: { id },
          query: { state: 'refused', limit: 100, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
}

export type Chosen = { ids: readonly Id[] } | { filter: Omit<TicketFiltersSent, 'limit' | 'cursor' | 'sort'> }

/** Begins a change of what was chosen. What is over at once is told at once; how the rest goes is shown by the progress. */
export function useBulkUpdate() {
  const client = useQueryClient()
  const undo = useBulkUndo()
  return useMutation({
    mutationFn: ({ chosen, change }: { chosen: Chosen; change: BulkChangeSent }) =>
      call(bulk.update, { body: 'ids' in chosen ? { ids: [...chosen.ids], change } : { ...chosen, change } }),
    onSuccess: async (operation) => {
      clearSelection()
      if (isRunning(operation)) followFrom(client, operation)
      else if (operation.refused > 0) showBulk(operation)
      else tellBulk(operation, undo.mutate)
      await client.invalidateQueries({ queryKey: ['bulk'] })
      await client.invalidateQueries({ queryKey: ['tickets'] })
    },
    onError: (error) => toast.error(describeError(error).why),
  })
}

export function useBulkUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(bulk.undo, { params: { id } }),
    onSuccess: (operation) => {
      followFrom(client, operation)
      return client.invalidateQueries({ queryKey: ['bulk'] })
    },
    onError: (error) => toast.error(describeError(error).why),
  })
}

/** It is among the latest from now on, before they are asked for again. */
function followFrom(client: QueryClient, operation: BulkOperation): void {
  client.setQueryData(bulkQueries.latest().queryKey, (latest) => latest && [operation, ...latest])
  follow(operation.id)
}
