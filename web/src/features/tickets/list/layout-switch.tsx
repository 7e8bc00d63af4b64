import { useNavigate } from '@tanstack/react-router'
import { CalendarDays, Columns3, List } from 'lucide-react'
import { Toggle } from '../../../components/ui/toggle.tsx'
import type { TicketSearch } from '../ticket-search.ts'

const layouts = [
  { value: 'list', label: 'List', icon: List },
  { value: 'board', label: 'Board', icon: Columns3 },
  { value: 'calendar', label: 'Calendar', icon: CalendarDays },
] as const

/** Three ways to look at the same tickets; what narrows them and what is selected stays. */
export function LayoutSwitch({ search }: { search: TicketSearch }) {
  const navigate = useNavigate()
  return (
    <Toggle
      label="Layout"
      value={search.layout ?? 'list'}
      options={layouts}
      onChange={(layout) =>
        void navigate({ to: '/tickets', search: { ...search, layout: layout === 'list' ? undefined : layout } })
      }
    />
  )
}
