import { UsersRound } from 'lucide-react'
import { Button, ButtonLink } from '../../../components/ui/button.tsx'
import { openSearch } from '../../search/search-panel-store.ts'
import { filterFields, isFiltered, sortOf, type TicketSearch, valuesOf, withoutFilters } from '../ticket-search.ts'
import { AddFilter } from './add-filter.tsx'
import { FilterChip } from './filter-chip.tsx'
import { SearchChip } from './search-chip.tsx'
import { SortMenu } from './sort-menu.tsx'
import { useFilterChoices } from './use-filter-choices.ts'

interface FilterBarProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** What narrows the list, each as a chip that can be changed and removed. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const choices = useFilterChoices()
  const [team, ...otherTeams] = valuesOf(search, 'teamId')
  return (
    <div className="flex min-h-(--bar) flex-none items-center gap-1.5 border-line border-b px-3 max-md:min-h-14 max-md:gap-2 max-md:px-4">
      <div className="flex min-w-0 flex-1 items-center gap-1.5 overflow-x-auto py-1 [scrollbar-width:none] max-md:gap-2">
        {search.q && (
          <SearchChip
            text={search.q}
            onEdit={() => openSearch(search.q)}
            onRemove={() => onChange({ ...search, q: undefined })}
          />
        )}
        {filterFields
          .filter((field) => valuesOf(search, field).length > 0)
          .map((field) => (
            <FilterChip key={field} field={field} choice={choices[field]} search={search} onChange={onChange} />
          ))}
        <AddFilter choices={choices} search={search} onChange={onChange} />
        {isFiltered(search) && (
          <Button variant="ghost" size="sm" onClick={() => onChange(withoutFilters(search))}>
            Clear
          </Button>
        )}
        {team && otherTeams.length === 0 && (
          <ButtonLink to="/teams/$teamId" params={{ teamId: team }} variant="ghost" size="sm" icon={UsersRound}>
            Team page
          </ButtonLink>
        )}
      </div>
      <SortMenu sort={sortOf(search)} isSearch={Boolean(search.q)} onChange={(sort) => onChange({ ...search, sort })} />
    </div>
  )
}
