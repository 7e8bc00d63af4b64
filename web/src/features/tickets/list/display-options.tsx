import { type TicketColumnKey, TicketColumnName, usualColumns } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../components/ui/button.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { Switch } from '../../../components/ui/switch.tsx'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { type Density, useUi } from '../../../stores/ui-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { groupingChoices, withGrouping } from '../ticket-groups.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { useShownColumns, writeColumns } from './shown-columns.ts'
import { nameOf } from './ticket-columns.tsx'

interface DisplayOptionsProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

const densities: { value: Density; label: string }[] = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
]

export default function DisplayOptions({ search, onChange }: DisplayOptionsProps) {
  const { density, setDensity, setColumns, isSplit, setSplit } = useUi()
  const hasRoom = useHasRoomBeside()
  const userId = useAuth((auth) => auth.user?.id ?? '')
  const questions = useQuery(catalogueQueries.questions()).data ?? []
  const names = new Map(questions.map(({ key, label }) => [`form.${key}`, label]))
  const shown = useShownColumns(search)
  const all: TicketColumnKey[] = [
    ...TicketColumnName.options,
    ...questions.map(({ key }): TicketColumnKey => `form.${key}`),
  ]
  const choose = (columns: readonly TicketColumnKey[]) => {
    const written = writeColumns(columns)
    setColumns(userId, written)
    onChange({ ...search, columns: written })
  }
  return (
    <div className="flex max-h-[min(560px,75dvh)] w-80 flex-col text-sm">
      <div className="flex items-center justify-between gap-3 border-line border-b px-3 py-2">
        <span className="text-ink-3 text-xs">Rows</span>
        <Segments aria-label="Rows" value={density} onChange={setDensity} options={densities} />
      </div>
      <div className="flex items-center justify-between gap-3 border-line border-b px-3 py-2">
        <span className="text-ink-3 text-xs">Group by</span>
        <Select
          aria-label="Group by"
          value={search.group ?? 'none'}
          onChange={(by) => onChange(withGrouping(search, by))}
          options={groupingChoices}
          className="max-w-40"
        />
      </div>
      {hasRoom && (
        <div className="border-line border-b px-3 py-2">
          <Switch checked={isSplit} onChange={setSplit}>
            Open tickets beside the list
          </Switch>
        </div>
      )}
      <ColumnChooser all={all.map((key) => ({ key, name: nameOf(key, names) }))} shown={shown} onChange={choose} />
      <div className="border-line border-t p-2">
        <Button
          variant="ghost"
          size="sm"
          why={writeColumns(shown) === undefined ? 'These are the usual columns' : undefined}
          onClick={() => choose(usualColumns)}
        >
          Back to the usual columns
        </Button>
      </div>
    </div>
  )
}
