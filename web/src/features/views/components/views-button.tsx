import { ChevronDown, Layers } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Popover } from '../../../components/ui/popover.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import type { ListAtHand } from './at-hand.ts'

const ViewsPanel = lazyPart(() => import('./views-panel.tsx'))

/** All views by name, and what can be done with the one that is open. */
export function ViewsButton(list: ListAtHand) {
  const [isOpen, setOpen] = useState(false)
  useShortcuts([{ keys: 'V', label: 'Views', group: 'List', run: () => setOpen(true) }])
  return (
    <Popover
      title="Views"
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" icon={Layers} aria-label="Views">
          <span className="max-md:hidden">Views</span>
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink-3 max-md:hidden" strokeWidth={2} />
        </Button>
      }
    >
      <ViewsPanel {...list} onDone={() => setOpen(false)} />
    </Popover>
  )
}
