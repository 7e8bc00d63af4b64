import { fieldOf, type TicketCondition } from '@physique57/contracts'
import { openSearch } from '../../search/search-panel-store.ts'
import { conditionsIn, type TicketSearch, withConditions } from '../ticket-search.ts'
import { isId } from './condition-words.ts'
import { FilterChip } from './filter-chip.tsx'
import { SearchChip } from './search-chip.tsx'
import { useChosenClients } from './use-client-options.ts'
import type { FilterField } from './use-filter-fields.ts'

interface FilterChipsProps {
  search: TicketSearch
  fields: readonly FilterField[]
  onChange: (search: TicketSearch) => void
}

/** What is looked for and each filter; a list without any does not load them. */
export default function FilterChips({ search, fields, onChange }: FilterChipsProps) {
  const conditions = conditionsIn(search)
  const clients = useChosenClients(
    conditions.flatMap(({ field, values }) => (field === 'client' ? values.filter(isId) : [])),
  )
  const named = fields.map((field) =>
    field.key === 'client' ? { ...field, options: [...clients, ...field.options] } : field,
  )
  const narrow = (next: TicketCondition[]) => onChange(withConditions(search, next))
  return (
    <>
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
          field={named.find(({ key }) => key === condition.field) ?? unknownField(condition)}
          condition={condition}
          onChange={(next) => narrow(conditions.with(index, next))}
          onRemove={() => narrow(conditions.filter((_, each) => each !== index))}
        />
      ))}
    </>
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
