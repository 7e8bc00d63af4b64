import { useMatches } from '@tanstack/react-router'
import { Part } from '../components/ui/part.tsx'
import { useBulkFollowed } from '../features/bulk/bulk-store.ts'
import { useExports } from '../features/exports/exports-store.ts'
import { SearchBox } from '../features/search/search-box.tsx'
import { lazyPart } from '../lib/lazy-part.ts'
import { useAuth } from '../stores/auth-store.ts'
import { BottomBar } from './bottom-bar.tsx'
import { DraftSaver } from './draft-saver.tsx'
import { IdleLock } from './idle-lock.tsx'
import { LiveUpdates } from './live-updates.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { ProtectedRoute } from './protected-route.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

const BulkProgress = lazyPart(() => import('../features/bulk/components/bulk-progress.tsx'))
const ExportProgress = lazyPart(() => import('../features/exports/components/export-progress.tsx'))

/** What surrounds every page of a signed-in person. */
export function Layout() {
  const { user, isLeaving } = useAuth()
  const isFollowing = useExports((exports) => exports.isFollowing)
  const hasBulk = useBulkFollowed(({ followed, shown }) => followed.length > 0 || shown !== null)
  const { fullScreenOnPhone = false } = useMatches({ select: (matches) => matches.at(-1)?.staticData ?? {} })
  if (isLeaving) return <Leaving />
  if (!user) return null
  return (
    <div className="flex h-dvh overflow-hidden" data-bottom-bar={fullScreenOnPhone ? undefined : ''}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-raised px-4 py-3 font-medium shadow-overlay focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Sidebar user={user} />
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <TopBar user={user}>
          <SearchBox />
        </TopBar>
        <OfflineBanner />
        <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden outline-none">
          <ProtectedRoute user={user} />
        </main>
        {hasBulk && (
          <Part>
            <BulkProgress />
          </Part>
        )}
        {isFollowing && (
          <Part>
            <ExportProgress />
          </Part>
        )}
        {!fullScreenOnPhone && <BottomBar user={user} />}
      </div>
      <Shortcuts user={user} />
      <DraftSaver />
      <LiveUpdates userId={user.id} />
      <IdleLock />
    </div>
  )
}

/** What was on screen is gone at once; what was typed is still being saved. */
function Leaving() {
  return (
    <div role="status" className="grid min-h-dvh place-items-center bg-surface text-lg text-ink-2">
      Saving what you typed
    </div>
  )
}
