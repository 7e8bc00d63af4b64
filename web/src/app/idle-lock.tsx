import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Part } from '../components/ui/part.tsx'
import { noteActivity, watchIdle } from '../lib/idle.ts'
import { lazyPart } from '../lib/lazy-part.ts'
import { endSession } from '../lib/session.ts'
import { useShortcuts } from '../lib/shortcuts.ts'
import { useDevice } from '../stores/device-store.ts'

/** Fetched on shared devices only, at once: what asks must not need a connection, and locking does not need it. */
const StillThere = lazyPart(() => import('./still-there.tsx'))

/** A shared device that nobody uses locks, in all of its tabs; before that it asks. */
export function IdleLock() {
  const { isShared, lockAfter } = useDevice()
  return isShared ? <Watching minutes={lockAfter} /> : null
}

function Watching({ minutes }: { minutes: number }) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
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
    <Part>
      <StillThere secondsLeft={secondsLeft} onStay={goOn} onLock={lock} />
    </Part>
  )
}

export const lock = () => void endSession('locked')
