import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'
import { toast } from '../components/ui/toast.tsx'
import { useAuth } from '../stores/auth-store.ts'

/** When the person changes or leaves, in this tab or another, nothing of theirs stays in memory or on screen. */
export function watchSession(router: AnyRouter, queryClient: QueryClient): void {
  /** Whoever was the last to be signed in in this document. */
  let last: string | undefined
  useAuth.subscribe((now, before) => {
    if (before.user?.id === now.user?.id) return
    const { pathname, href, search } = router.state.location
    if (!now.user) {
      queryClient.clear()
      toast.dismissAll()
      void router.navigate({ to: '/sign-in', search: now.left && pathname !== '/sign-in' ? { from: href } : {} })
      return
    }
    const isSomebodyElse = last !== undefined && last !== now.user.id
    last = now.user.id
    // a new document: whatever the former person's left in memory is gone with the old one
    if (isSomebodyElse) return window.location.replace('/tickets')
    if (pathname === '/sign-in') router.history.push((search as { from?: string }).from ?? '/tickets')
  })
}
