import { SlidersHorizontal } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Popover } from '../../../components/ui/popover.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useIsPhone } from '../../../lib/media.ts'
import type { TicketSearch } from '../ticket-search.ts'

const loadOptions = () => import('./display-options.tsx')
const DisplayOptions = lazyPart(loadOptions)

interface DisplayMenuProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** How the list is shown: how densely, under which heads, and with which columns. */
export function DisplayMenu({ search, onChange }: DisplayMenuProps) {
  if (useIsPhone()) return null
  return (
    <Popover
      title="Display"
      align="end"
      loadChildren={loadOptions}
      trigger={
        <Button variant="ghost" size="sm" icon={SlidersHorizontal}>
          Display
        </Button>
      }
    >
      <DisplayOptions search={search} onChange={onChange} />
    </Popover>
  )
}
