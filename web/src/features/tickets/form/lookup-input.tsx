import type { LookupKind } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { catalogueQueries } from '../../catalogue/api.ts'

const placeholders: Record<LookupKind, string> = {
  studio: 'Search studios',
  trainer: 'Search trainers',
  class_type: 'Search class types',
  package: 'Search packages',
}

interface LookupInputProps {
  of: LookupKind
  value: string | null
  onChange: (id: string | null) => void
}

/** One entry of a list that an admin keeps: trainers, class types, packages, studios. */
export function LookupInput({ of, value, onChange }: LookupInputProps) {
  const { data = [], isFetching, isPending, isError, refetch } = useQuery(catalogueQueries.lookups())
  const options = data.filter(({ kind }) => kind === of).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Combobox
      value={value}
      onChange={onChange}
      options={options}
      placeholder={placeholders[of]}
      loading={isPending || (isError && isFetching)}
      {...(isError && {
        emptyText: 'The list could not be loaded. Open it again to try once more.',
        onReopen: () => void refetch(),
      })}
    />
  )
}
