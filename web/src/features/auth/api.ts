import { auth } from '@physique57/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'

export const authQueries = {
  options: () =>
    queryOptions({
      queryKey: ['auth', 'options'],
      queryFn: ({ signal }) => call(auth.options, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  sessions: () =>
    queryOptions({
      queryKey: ['auth', 'sessions'],
      queryFn: async ({ signal }) => (await call(auth.sessions, { signal })).items,
    }),
}

export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(auth.endSession, { params: { id } }),
    onSuccess: () => toast.success('That device is signed out.'),
    onError: (error) => toast.error(`Not signed out. ${messageOf(error)}`),
    onSettled: () => client.invalidateQueries({ queryKey: authQueries.sessions().queryKey }),
  })
}
