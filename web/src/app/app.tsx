import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary, RouterProvider } from '@tanstack/react-router'
import { Toaster } from '../components/ui/toast.tsx'
import { TooltipLayer } from '../components/ui/tooltip-layer.tsx'
import { queryClient } from '../lib/query-client.ts'
import { watchFocus } from './focus.ts'
import { AppError } from './route-error.tsx'
import { fetchPageCode, router } from './router.tsx'
import { watchSession } from './session-watch.ts'

fetchPageCode()
watchSession(router, queryClient)
watchFocus(router)

export function App() {
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <CatchBoundary getResetKey={() => 0} errorComponent={AppError}>
          <RouterProvider router={router} />
          <Toaster />
          <TooltipLayer />
        </CatchBoundary>
      </QueryClientProvider>
    </CSPProvider>
  )
}
