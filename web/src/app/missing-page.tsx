import { CloudOff, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { EmptyState } from '../components/ui/empty-state.tsx'
import { Loading } from '../components/ui/skeleton.tsx'
import { isReachable, reloadOnce } from '../lib/missing-part.ts'

type Found = 'looking' | 'no connection' | 'no help'

/**
 * In place of a page whose code did not come. The usual reason is a newer release, and loading the page again brings it; without
 * a connection that would only show the browser's own error, so it waits for one.
 */
export function MissingPage() {
  const [found, setFound] = useState<Found>('looking')
  useEffect(() => {
    const look = async () => {
      if (!(await isReachable())) return setFound('no connection')
      if (!reloadOnce()) setFound('no help')
    }
    void look()
    window.addEventListener('online', look)
    return () => window.removeEventListener('online', look)
  }, [])
  const again = async () => {
    if (await isReachable()) window.location.reload()
    else setFound('no connection')
  }
  if (found === 'looking') return <Loading label="The newest version of the app is loading">{null}</Loading>
  return (
    <div role="alert">
      <EmptyState
        icon={found === 'no connection' ? CloudOff : RotateCw}
        heading="h1"
        title={
          found === 'no connection' ? 'This page has not been opened here before' : 'This page could not be loaded'
        }
        actions={
          <Button icon={RotateCw} onClick={() => void again()}>
            Reload
          </Button>
        }
      >
        <p>
          {found === 'no connection'
            ? 'There is no connection to fetch it. It opens by itself once there is one; what you typed elsewhere is kept.'
            : 'A part of the app could not be loaded. Drafts are kept; loading the page again usually helps.'}
        </p>
      </EmptyState>
    </div>
  )
}
