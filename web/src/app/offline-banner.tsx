import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Banner } from '../components/ui/banner.tsx'

export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return online ? null : (
    <Banner icon={CloudOff}>Offline. You see what was here before; changes cannot be sent yet.</Banner>
  )
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
