import {
  columnLabel,
  type ExportFormat,
  exportFormatLabel,
  exportLimits,
  type Id,
  isFormColumn,
  type TicketColumnKey,
  TicketColumnName,
  type TicketFiltersSent,
} from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { CheckboxGroup } from '../../../components/ui/checkbox.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { DEFAULT_ZONE, formatNumber } from '../../../lib/format.ts'
import { describeError } from '../../../lib/problem.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { useExport } from '../api.ts'
import { closeExport } from '../exports-store.ts'
import { LatestExports } from './latest-exports.tsx'

interface ExportDialogProps {
  asked: 'all' | readonly Id[]
  filters: TicketFiltersSent
  /** What the list shows, from left to right. */
  columns: readonly TicketColumnKey[]
  /** How many match. */
  total: number
  totalIsCapped: boolean
  /** The list shows them under heads, which a file does not have. */
  isGrouped: boolean
}

const formats = (['csv', 'xlsx', 'pdf'] as const).map((value) => ({ value, label: exportFormatLabel[value] }))

/** In which form, with which columns; what the list shows unless somebody chooses otherwise. */
export default function ExportDialog({ asked, filters, columns, total, totalIsCapped, isGrouped }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [chosen, setChosen] = useState(columns)
  const [isChoosing, setChoosing] = useState(false)
  const labelOf = useColumnLabels(columns)
  const zone = useAuth(({ user }) => user?.timeZone) ?? DEFAULT_ZONE
  const take = useExport()
  const count = asked === 'all' ? total : asked.length
  const tooMany = format === 'pdf' && count > exportLimits.pdf
  const what =
    count === 1 ? '1 ticket' : `${formatNumber(count)}${asked === 'all' && totalIsCapped ? ' or more' : ''} tickets`
  const whyNot = tooMany
    ? pdfLimit
    : count === 0
      ? 'The list is empty'
      : chosen.length === 0
        ? 'Choose at least one column'
        : undefined
  const submit = () => {
    const { limit: _, cursor: __, ...filter } = filters
    take.mutate({ format, columns: [...chosen], ...(asked === 'all' ? { filter } : { ids: [...asked] }) })
  }
  const others = TicketColumnName.options.filter((column) => !columns.includes(column))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && closeExport()}
      title={`Export ${what}`}
      footer={
        <>
          <Button onClick={closeExport}>Cancel</Button>
          <Button variant="primary" busy={take.isPending} why={whyNot} onClick={submit}>
            Export {exportFormatLabel[format]}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="As" group error={tooMany ? pdfLimit : undefined} help={helpFor(format, count)}>
          <Segments value={format} onChange={setFormat} options={formats} />
        </Field>
        {isChoosing ? (
          <Field label="Columns" group>
            <CheckboxGroup
              value={chosen}
              // the options are all the values there are
              onChange={(next) => setChosen(next as TicketColumnKey[])}
              options={[...columns, ...others].map((column) => ({ value: column, label: labelOf(column) }))}
            />
          </Field>
        ) : (
          <div className="grid justify-items-start gap-1.5">
            <h3 className="font-medium text-ink text-sm touch:text-base">Columns, as the list shows them</h3>
            <p>{chosen.map(labelOf).join(', ')}</p>
            <Button size="sm" onClick={() => setChoosing(true)}>
              Choose others
            </Button>
          </div>
        )}
        <p className="text-ink-3 text-sm touch:text-base">
          Times are those of your clock ({zone}).
          {isGrouped && ' The tickets stand in the order of the list, without its groups.'}
        </p>
        {take.error && (
          <p role="alert" className="flex items-start gap-2 text-red">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.75} />
            {describeError(take.error).why}
          </p>
        )}
        <LatestExports />
      </div>
    </Dialog>
  )
}

const pdfLimit = `A PDF holds up to ${exportLimits.pdf} tickets. Narrow the list, or take CSV or Excel.`

function helpFor(format: ExportFormat, count: number): string {
  if (format === 'pdf') {
    return `To read and print, with pictures; up to ${exportLimits.pdf} tickets. Made in the background: you can go on working.`
  }
  if (count > exportLimits.atOnce) return 'So many are made in the background: you can go on working.'
  return format === 'csv' ? 'For any program that reads tables.' : 'With dates and numbers to calculate with.'
}

function useColumnLabels(columns: readonly TicketColumnKey[]): (column: TicketColumnKey) => string {
  const { data } = useQuery({ ...catalogueQueries.questions(), enabled: columns.some(isFormColumn) })
  return (column) => {
    if (!isFormColumn(column)) return columnLabel(column)
    const key = column.slice('form.'.length)
    return data?.find((question) => question.key === key)?.label ?? key
  }
}
