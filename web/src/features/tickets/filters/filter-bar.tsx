import { isFormKey, type TicketCondition } from '@physique57/contracts'
import { UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, ButtonLink } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { Skeleton } from '../../../components/ui/skeleton.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { ExportButton } from '../../exports/components/export-button.tsx'
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
import { useFilterFields } from './use-filter-fields.ts'

const loadChips = () => import('./filter-chips.tsx')
const FilterChips = lazyPart(loadChips)

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
  const choose = () => {
    setChoosing(true)
    void loadChips().catch(() => undefined)
  }
  return (
    <div className="flex min-h-(--bar) flex-none items-center gap-1.5 border-line border-b px-3 max-md:min-h-14 max-md:gap-2 max-md:px-4">
      <div className="flex min-w-0 flex-1 items-center gap-1.5 overflow-x-auto py-1 [scrollbar-width:none] max-md:gap-2">
        {(search.q || conditions.length > 0) && (
          <Part fallback={<Skeleton className="h-6 w-32 flex-none max-md:h-[46px]" />}>
            <FilterChips search={search} fields={fields} onChange={onChange} />
          </Part>
        )}
        <AddFilter fields={fields} conditions={conditions} onChange={narrow} onOpen={choose} />
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

function onlyTeam(conditions: TicketCondition[]): string | undefined {
  const [team, ...others] = conditions.filter(({ field, not }) => field === 'team' && !not)
  const [id, ...more] = team?.values ?? []
  return others.length + more.length === 0 && id !== 'none' && id !== 'mine' ? id : undefined
}
