import type { TicketSort } from '@physique57/contracts'
import { ArrowUpDown } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Menu, MenuChoice, MenuSeparator } from '../../../components/ui/menu.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useIsPhone } from '../../../lib/media.ts'
import type { TicketSearch } from '../ticket-search.ts'

const GroupChoice = lazyPart(() => import('./group-choice.tsx'))

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
  search: TicketSearch
  /** Where its rows can stand in groups. */
  onGroup: ((search: TicketSearch) => void) | undefined
}

export function SortMenu({ sort, isSearch, onChange, search, onGroup }: SortMenuProps) {
  const isPhone = useIsPhone()
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
      {/* on a desk this stands with the columns */}
      {isPhone && onGroup && (
        <>
          <MenuSeparator />
          <Part>
            <GroupChoice search={search} onChange={onGroup} />
          </Part>
        </>
      )}
    </Menu>
  )
}
