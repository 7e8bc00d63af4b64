import type { TicketSort } from '@physique57/contracts'
import { ArrowUpDown } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Menu, MenuChoice } from '../../../components/ui/menu.tsx'

const sorts: { value: TicketSort; label: string }[] = [
  { value: 'relevance', label: 'Best match first' },
  { value: '-createdAt', label: 'Newest first' },
  { value: 'createdAt', label: 'Oldest first' },
  { value: '-updatedAt', label: 'Last changed first' },
  { value: 'updatedAt', label: 'Longest unchanged first' },
  { value: 'dueAt', label: 'Due first, open only' },
]

interface SortMenuProps {
  sort: TicketSort
  /** Whether words are looked for, so that some fit better than others. */
  isSearch: boolean
  onChange: (sort: TicketSort | undefined) => void
}

export function SortMenu({ sort, isSearch, onChange }: SortMenuProps) {
  const usual = isSearch ? 'relevance' : '-createdAt'
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
        options={sorts.filter(({ value }) => isSearch || value !== 'relevance')}
        onChange={(next) => onChange(next === usual ? undefined : next)}
      />
    </Menu>
  )
}
