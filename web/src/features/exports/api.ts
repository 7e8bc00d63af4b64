import { type Export, type ExportTicketsSent, exporting, type Id, isUnderWay } from '@physique57/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call, callFor } from '../../lib/call.ts'
import { describeError } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { closeExport, followExports } from './exports-store.ts'

const LOOK_AGAIN = 1_000

export const exportQueries = {
  /** One's own latest, asked for again while one of them is made. */
  latest: () =>
    queryOptions({
      queryKey: [...queryKeys.exports, 'latest'] as const,
      queryFn: async ({ signal }) => (await call(exporting.list, { signal })).items,
      refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_AGAIN : false),
    }),
}

/** What comes at once is saved; what is made in the background is followed. What went wrong stays with whoever asked. */
export function useExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: ExportTicketsSent) => {
      const response = await callFor(exporting.tickets, { body })
      if (response.status !== 202) return saveFile(await response.blob(), nameIn(response))
      followExports(true)
      await client.invalidateQueries({ queryKey: queryKeys.exports })
    },
    onSuccess: closeExport,
  })
}

export function useCancelExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(exporting.cancel, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.exports }),
    onError: (error) => toast.error(describeError(error).why),
  })
}

/** Where its file is, for whoever asked for it. */
export const fileOf = ({ id }: Pick<Export, 'id'>): string => `/api/exports/${id}/file`

const nameIn = ({ headers }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'tickets'

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  saveFrom(url, name)
  // the browser begins to read it after this
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function saveFrom(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
