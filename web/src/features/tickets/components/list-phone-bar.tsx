import { PageBar } from '../../../components/ui/page-bar.tsx'
import { useIsPhone } from '../../../lib/media.ts'

export function ListPhoneBar() {
  return useIsPhone() ? <PageBar title="Tickets" /> : null
}
