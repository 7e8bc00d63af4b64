import { isFormColumn, type TicketColumnKey } from '@physique57/contracts'
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { cx } from '../../../lib/cx.ts'
import { rank } from '../../../lib/rank.ts'
import { moveColumn } from './move-column.ts'

interface ColumnChooserProps {
  all: { key: TicketColumnKey; name: string }[]
  /** In their order. */
  shown: readonly TicketColumnKey[]
  onChange: (shown: readonly TicketColumnKey[]) => void
}

/** Which columns are shown, and in which order: dragged, or moved with the arrow keys. */
export function ColumnChooser({ all, shown, onChange }: ColumnChooserProps) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const nameOf = (key: TicketColumnKey) => all.find((column) => column.key === key)?.name ?? 'Answer'
  const move = (key: TicketColumnKey, to: number) => {
    const next = moveColumn(shown, key, to)
    onChange(next)
    setSaid(`${nameOf(key)}: ${next.indexOf(key) + 1} of ${next.length}`)
  }
  const hidden = all.filter(({ key }) => !shown.includes(key)).map((column) => ({ ...column, label: column.name }))
  const found = rank(hidden, typed)
  return (
    <>
      <input
        type="search"
        aria-label="Find a column"
        placeholder="Find a column or a question"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="h-10 flex-none border-line border-b bg-transparent px-3 outline-none touch:h-11"
      />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-1">
        {typed === '' && (
          <ul aria-label="Shown columns">
            {shown.map((key, index) => (
              <li key={key} data-column={index} className="flex items-center gap-1 px-2 hover:bg-hover">
                <MoveHandle name={nameOf(key)} index={index} onMove={(to) => move(key, to)} />
                <Checkbox
                  checked
                  disabled={key === 'title'}
                  className="flex-1 py-1"
                  onChange={() => onChange(shown.filter((each) => each !== key))}
                >
                  {nameOf(key)}
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
        <ul aria-label="Hidden columns" className={cx(typed === '' && 'mt-1 border-line border-t pt-1')}>
          {found.map(({ key, name }) => (
            <li key={key} className="flex items-center gap-2 pr-3 pl-9 hover:bg-hover">
              <Checkbox checked={false} className="min-w-0 flex-1 py-1" onChange={() => onChange([...shown, key])}>
                {name}
              </Checkbox>
              {isFormColumn(key) && <span className="flex-none text-ink-3 text-xs">Answer</span>}
            </li>
          ))}
        </ul>
        {found.length === 0 && typed !== '' && (
          <p className="px-3 py-2 text-ink-3">No other column or question is called that.</p>
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

interface MoveHandleProps {
  name: string
  index: number
  onMove: (to: number) => void
}

/** Takes a column to another place: by the arrow keys, or held and pulled with whatever points. */
function MoveHandle({ name, index, onMove }: MoveHandleProps) {
  const byKeys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    onMove(index + by)
  }
  const pull = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-column]')
    const to = Number(over?.dataset.column ?? index)
    if (to !== index) onMove(to)
  }
  return (
    <button
      type="button"
      aria-label={`Move ${name}`}
      title="Drag, or press the arrow keys"
      onKeyDown={byKeys}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={pull}
      className="grid size-6 flex-none cursor-grab touch-none place-items-center rounded-sm text-ink-3 hover:text-ink active:cursor-grabbing touch:size-11"
    >
      <GripVertical aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
    </button>
  )
}
