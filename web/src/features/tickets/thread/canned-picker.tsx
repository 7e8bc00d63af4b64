import { type CannedValues, firstGap, renderCanned, type Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Input } from '../../../components/ui/input.tsx'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { foundCannedQuery } from '../../canned-replies/api.ts'
import { useDebounced } from '../use-debounced.ts'
import { PickerPanel } from './picker-panel.tsx'
import type { WritingPickerProps } from './writing-picker.tsx'

/** Replies written ahead, with what is known of this ticket filled in; the first gap is selected to be typed over. */
export function CannedPicker({
  trigger,
  ticket,
  onInsert,
  onClose,
  withSearch,
  ...panel
}: WritingPickerProps & { ticket: Ticket }) {
  const me = useAuth(({ user }) => user?.name)
  const [searched, setSearched] = useState('')
  const words = withSearch ? searched : trigger.query
  const { data, error } = useQuery(foundCannedQuery(useDebounced(words, 150)))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const values = valuesOf(ticket, me)
  const insert = (body: string) => {
    const text = renderCanned(body, values)
    const gap = firstGap(text)
    onInsert(text, gap && { select: gap })
  }
  return (
    <PickerPanel
      {...panel}
      label="Canned replies"
      items={error ? [] : data?.items}
      emptyText={
        error
          ? 'The canned replies could not be loaded.'
          : words
            ? `No canned reply has “${words}”.`
            : 'There are no canned replies yet.'
      }
      keyOf={({ id }) => id}
      onPick={({ body }) => insert(body)}
      head={
        withSearch && (
          <div className="p-2 pb-0">
            <Input
              ref={field}
              aria-label="Search canned replies"
              placeholder="Search canned replies"
              value={searched}
              role="combobox"
              aria-expanded="true"
              aria-controls={panel.listId}
              onChange={(event) => setSearched(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') {
                  event.stopPropagation()
                  onClose()
                } else if (panel.keys.current?.(event)) event.preventDefault()
              }}
            />
          </div>
        )
      }
      foot={
        <p className="border-line border-t px-3 py-1.5 text-xs touch:py-0 touch:text-sm">
          <Link
            to="/canned-replies"
            className={cx(textLinkClass, 'touch:inline-flex touch:min-h-11 touch:items-center')}
          >
            Write or change canned replies
          </Link>
        </p>
      }
      render={({ title, category, body }) => (
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="clip min-w-0 flex-1">{title}</span>
            {category && <span className="flex-none text-ink-3 text-xs touch:text-sm">{category}</span>}
          </span>
          <span className="clip block text-ink-3 text-xs touch:text-sm">{renderCanned(body, values)}</span>
        </span>
      )}
    />
  )
}

const valuesOf = (ticket: Ticket, me: string | undefined): CannedValues => ({
  clientName: ticket.client?.name,
  key: ticket.key,
  title: ticket.title,
  studio: ticket.studio.shortName,
  assignee: ticket.assignee?.name,
  me,
})
