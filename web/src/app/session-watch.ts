import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'
import { toast } from '../components/ui/toast.tsx'
import { useAuth } from '../stores/auth-store.ts'

/** When the person changes or leaves, in this tab or another, nothing of theirs stays in memory or on screen. */
export function watchSession(router: AnyRouter, queryClient: QueryClient): void {
  useAuth.subscribe((now, before) => {
    if (!before.user || before.user.id === now.user?.id) return
    queryClient.clear()
    toast.dismissAll()
    const here = router.state.location.href
    if (now.user) void router.navigate({ to: '/tickets' })
    else void router.navigate({ to: '/sign-in', search: now.expired ? { from: here } : {} })
  })
}
