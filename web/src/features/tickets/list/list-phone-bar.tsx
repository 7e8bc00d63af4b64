import { Button } from '../../../components/ui/button.tsx'
import { PageBar } from '../../../components/ui/page-bar.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { useChoosing } from '../../bulk/use-choosing.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { LayoutSwitch } from './layout-switch.tsx'

/** On a phone: what the page is, how it is shown, and the way to choose several tickets. */
export function ListPhoneBar({ search }: { search: TicketSearch }) {
  const { isChoosing, begin, end } = useChoosing()
  if (!useIsPhone()) return null
  return (
    <PageBar
      title="Tickets"
      actions={
        <>
          {!search.layout && (
            <Button variant="ghost" aria-pressed={isChoosing} onClick={() => (isChoosing ? end() : begin())}>
              Select
            </Button>
          )}
          <LayoutSwitch search={search} />
        </>
      }
    />
  )
}
