import { PageBar } from '../../../components/ui/page-bar.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { LayoutSwitch } from './layout-switch.tsx'

export function ListPhoneBar({ search }: { search: TicketSearch }) {
  return useIsPhone() ? <PageBar title="Tickets" actions={<LayoutSwitch search={search} />} /> : null
}
