import { views } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export const viewsQuery = () =>
  queryOptions({ queryKey: queryKeys.views, queryFn: ({ signal }) => call(views.list, { signal }) })
