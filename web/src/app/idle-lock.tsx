import { useRouter } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { Dialog } from '../components/ui/dialog.tsx'
import { noteActivity, watchIdle } from '../lib/idle.ts'
import { endSession } from '../lib/session.ts'
import { useShortcuts } from '../lib/shortcuts.ts'
import { useDevice } from '../stores/device-store.ts'

/** A shared device that nobody uses locks, in all of its tabs; before that it asks. */
export function IdleLock() {
  const { isShared, lockAfter } = useDevice()
  return isShared ? <Watching minutes={lockAfter} /> : null
}

function Watching({ minutes }: { minutes: number }) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const stay = useRef<HTMLButtonElement>(null)
  const router = useRouter()
  useEffect(() => {
    // what locks must not need a connection
    router.loadRouteChunk(router.routesByPath['/sign-in'])?.catch(() => undefined)
  }, [router])
  useEffect(() => watchIdle(minutes, { warn: setSecondsLeft, idle: lock }), [minutes])
  useShortcuts([{ keys: 'G L', label: 'Lock this device', group: 'Everywhere', run: lock }])
  const goOn = () => {
    noteActivity()
    setSecondsLeft(null)
  }
  return (
    <Dialog
      role="alertdialog"
      open={secondsLeft !== null}
      onOpenChange={goOn}
      title="Are you still there?"
      initialFocus={stay}
      footer={
        <>
          <Button icon={LockKeyhole} onClick={lock}>
            Lock now
          </Button>
          <Button ref={stay} variant="primary" onClick={goOn}>
            I am here
          </Button>
        </>
      }
    >
      <p>
        This device locks <span className="sr-only">in a moment</span>
        <span aria-hidden="true" className="num">
          in {secondsLeft} s
        </span>
        , because several people use it. What you typed is kept and comes back with your password.
      </p>
    </Dialog>
  )
}

export const lock = () => void endSession('locked')
