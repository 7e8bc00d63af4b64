import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem.ts'

const RETRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      // Being offline is an answer too: it is shown, instead of a skeleton that never ends.
      networkMode: 'always',
      retry: (failures, error) => failures < RETRIES && !isFinal(error),
      retryDelay: (failures, error) => askedToWait(error) ?? Math.min(500 * 2 ** failures, 4_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asking again would get the same answer. */
const isFinal = (error: unknown): boolean => error instanceof ProblemError && error.status < 500

const LONGEST_WAIT = 5_000

const askedToWait = (error: unknown): number | undefined =>
  error instanceof ProblemError && error.retryAfter ? Math.min(error.retryAfter * 1_000, LONGEST_WAIT) : undefined
