import type { Me } from '@physique57/contracts'
import { Zap } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../components/ui/button.tsx'
import { useOverlayTrigger } from '../components/ui/overlay-trigger.ts'
import { Part } from '../components/ui/part.tsx'
import { lazyPart } from '../lib/lazy-part.ts'
import { useShortcuts } from '../lib/shortcuts.ts'

const load = () => import('./quick-menu.tsx')
const QuickMenu = lazyPart(load)

/** What one does most, one press away on every page. */
export function QuickActions({ user }: { user: Me }) {
  const [open, onOpenChange] = useState(false)
  useShortcuts([{ keys: 'Q', label: 'Quick actions', group: 'Everywhere', run: () => onOpenChange(true) }])
  const button = <IconButton icon={Zap} label="Quick actions" shortcut="Q" />
  const { trigger, overlay, wasOpened, giveUp } = useOverlayTrigger(
    { trigger: button, open, onOpenChange },
    'menu',
    load,
  )
  return (
    <>
      {trigger}
      {wasOpened && (
        <Part onMissing={giveUp}>
          <QuickMenu user={user} overlay={overlay} />
        </Part>
      )}
    </>
  )
}
