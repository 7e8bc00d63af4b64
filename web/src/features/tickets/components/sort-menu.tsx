import type { TicketSort } from '@physique57/contracts'
import { ArrowUpDown } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Menu, MenuChoice } from '../../../components/ui/menu.tsx'

const sorts: { value: TicketSort; label: string }[] = [
  { value: '-createdAt', label: 'Newest first' },
  { value: '-updatedAt', label: 'Last changed first' },
  { value: 'dueAt', label: 'Due first, open only' },
]

interface SortMenuProps {
  sort: TicketSort
  onChange: (sort: TicketSort | undefined) => void
}

export function SortMenu({ sort, onChange }: SortMenuProps) {
  const label = sorts.find((each) => each.value === sort)?.label ?? ''
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm" icon={ArrowUpDown} aria-label={`Sort: ${label}`}>
          <span className="max-md:hidden">{label}</span>
        </Button>
      }
    >
      <MenuChoice
        label="Sort"
        value={sort}
        options={sorts}
        onChange={(next) => onChange(next === '-createdAt' ? undefined : next)}
      />
    </Menu>
  )
}
