import { MenuChoice } from '../../../components/ui/menu.tsx'
import { groupingChoices, withGrouping } from '../ticket-groups.ts'
import type { TicketSearch } from '../ticket-search.ts'

interface GroupChoiceProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** Under which heads the list stands, as a part of a menu. */
export default function GroupChoice({ search, onChange }: GroupChoiceProps) {
  return (
    <MenuChoice
      label="Group by"
      value={search.group ?? 'none'}
      options={groupingChoices}
      onChange={(by) => onChange(withGrouping(search, by))}
    />
  )
}
