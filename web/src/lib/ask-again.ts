import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * What is known under this key is no longer true: it is asked for again where it is on screen. TanStack Query alone forgets that
 * it has to, in three cases: while something is fetched for the first time, or ahead of being shown, the answer on its way passes
 * for new; a further page that is on its way is given up; and one that is asked for meanwhile takes the place of the question.
 */
export function askAgain(client: QueryClient, queryKey: QueryKey, concerns: Concerns = () => true): void {
  const of = (predicate: Concerns) => ({ queryKey, predicate: (query: Query) => concerns(query) && predicate(query) })
  const unanswered = client.getQueryCache().findAll(of(mustEndFirst))
  for (const query of unanswered) void askAgainAfterwards(client, query)
  void client
    .invalidateQueries(of((query) => !unanswered.includes(query)))
    .then(() => client.getQueryCache().findAll({ ...of(wasReplaced), type: 'active' }))
    .then((replaced) => {
      for (const query of replaced) askAgain(client, query.queryKey)
    })
}

type Concerns = (query: Query) => boolean

/** Now, or when it was fetched last. */
const isFetchingMore = ({ state }: Query): boolean => state.fetchMeta?.fetchMore !== undefined

const mustEndFirst = (query: Query): boolean =>
  query.state.fetchStatus !== 'idle' && (query.state.data === undefined || isFetchingMore(query) || !query.isActive())

/** Those that wait already: however often something changes meanwhile, asking once is enough. */
const waiting = new WeakSet<Query>()

/** Those that wait would be found again and again while they do. */
const wasReplaced = (query: Query): boolean => isFetchingMore(query) && !waiting.has(query)

async function askAgainAfterwards(client: QueryClient, query: Query): Promise<void> {
  if (waiting.has(query)) return
  waiting.add(query)
  // joins what is under way; a failure is shown by whoever asked
  await query.fetch().catch(() => undefined)
  waiting.delete(query)
  void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
}
