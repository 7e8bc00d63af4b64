import { Bell as BellIcon } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../components/ui/button.tsx'
import { Part } from '../../components/ui/part.tsx'
import { Popover } from '../../components/ui/popover.tsx'
import { lazyPart } from '../../lib/lazy-part.ts'
import { useUnreadCount } from './api.ts'

const loadPanel = () => import('./bell-panel.tsx')
const BellPanel = lazyPart(loadPanel)

/** The bell of the top bar with its panel. */
export function Bell() {
  const [open, setOpen] = useState(false)
  const unread = useUnreadCount()
  return (
    <Popover
      title="Notifications"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="flex w-105 max-w-[calc(100vw-16px)] flex-col"
      loadChildren={loadPanel}
      trigger={
        <IconButton
          icon={BellIcon}
          label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
          shortcut="G N"
        >
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-1 right-1 size-2.5 rounded-full border-2 border-surface bg-ink"
            />
          )}
        </IconButton>
      }
    >
      <Part>
        <BellPanel unread={unread} close={() => setOpen(false)} />
      </Part>
    </Popover>
  )
}
