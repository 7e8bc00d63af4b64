import { fieldOf, isFormKey, type TicketCondition } from '@physique57/contracts'
import { UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, ButtonLink } from '../../../components/ui/button.tsx'
import { ExportButton } from '../../exports/components/export-button.tsx'
import { openSearch } from '../../search/search-panel-store.ts'
import { DisplayMenu } from '../list/display-menu.tsx'
import { SortMenu } from '../list/sort-menu.tsx'
import {
  conditionsIn,
  isFiltered,
  sortOf,
  type TicketSearch,
  withConditions,
  withoutFilters,
} from '../ticket-search.ts'
import { AddFilter } from './add-filter.tsx'
import { FilterChip } from './filter-chip.tsx'
import { SearchChip } from './search-chip.tsx'
import { type FilterField, useFilterFields } from './use-filter-fields.ts'

interface FilterBarProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
  /** The same tickets, shown in another way. */
  onDisplay: (search: TicketSearch) => void
  /** After the order, at the right end. */
  aside?: ReactNode
}

/** What narrows the list, each as a chip that can be changed and removed. */
export function FilterBar({ search, onChange, onDisplay, aside }: FilterBarProps) {
  const conditions = conditionsIn(search)
  const [isChoosing, setChoosing] = useState(false)
  const fields = useFilterFields({ withQuestions: isChoosing || conditions.some(({ field }) => isFormKey(field)) })
  const narrow = (next: TicketCondition[]) => onChange(withConditions(search, next))
  const teamId = onlyTeam(conditions)
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
        {conditions.map((condition, index) => (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be about the same field
            key={`${condition.field} ${index}`}
            field={fields.find(({ key }) => key === condition.field) ?? unknownField(condition)}
            condition={condition}
            onChange={(next) => narrow(conditions.with(index, next))}
            onRemove={() => narrow(conditions.filter((_, each) => each !== index))}
          />
        ))}
        <AddFilter fields={fields} conditions={conditions} onChange={narrow} onOpen={() => setChoosing(true)} />
        {isFiltered(search) && (
          <Button variant="ghost" size="sm" onClick={() => onChange(withoutFilters(search))}>
            Clear
          </Button>
        )}
        {teamId && (
          <ButtonLink to="/teams/$teamId" params={{ teamId }} variant="ghost" size="sm" icon={UsersRound}>
            Team page
          </ButtonLink>
        )}
      </div>
      {!search.layout && <DisplayMenu search={search} onChange={onDisplay} />}
      <ExportButton />
      {/* a calendar has an order of its own */}
      {search.layout !== 'calendar' && (
        <SortMenu
          sort={sortOf(search)}
          isSearch={Boolean(search.q)}
          onChange={(sort) => onChange({ ...search, sort })}
          search={search}
          onGroup={search.layout ? undefined : onDisplay}
        />
      )}
      {aside}
    </div>
  )
}

/** One that came in a link, or that no form asks any more. */
const unknownField = ({ field, operator }: TicketCondition): FilterField => ({
  key: field,
  label: fieldOf(field).label,
  kind: 'text',
  operators: [operator],
  options: [],
})

function onlyTeam(conditions: TicketCondition[]): string | undefined {
  const [team, ...others] = conditions.filter(({ field, not }) => field === 'team' && !not)
  const [id, ...more] = team?.values ?? []
  return others.length + more.length === 0 && id !== 'none' && id !== 'mine' ? id : undefined
}
