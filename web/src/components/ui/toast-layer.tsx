import { useEffect } from 'react'
import { toast as sonner, Toaster } from 'sonner'
import { useUi } from '../../stores/ui-store.ts'
import type { ToastSurface } from './toast.tsx'
import { ToastCard } from './toast-card.tsx'

const surface: ToastSurface = {
  show: (kind, text, { id, ...options }) => {
    sonner.custom((key) => <ToastCard kind={kind} text={text} {...options} close={() => sonner.dismiss(key)} />, {
      // The card's own clock closes it.
      duration: Number.POSITIVE_INFINITY,
      ...(id && { id }),
    })
  },
  dismissAll: () => sonner.dismiss(),
}

/** Bottom left on a desk, above the bottom bar on a phone. */
export default function ToastLayer({ onReady }: { onReady: (surface: ToastSurface) => void }) {
  const theme = useUi((state) => state.theme)
  useEffect(() => onReady(surface), [onReady])
  return (
    <Toaster
      theme={theme}
      position="bottom-left"
      expand
      gap={8}
      offset={16}
      mobileOffset={{ bottom: 'calc(var(--bottom-bar) + 8px)', left: 8, right: 8 }}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true }}
    />
  )
}
