import { sortedTags, type TicketSummary } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { TagChips } from '../../tags/components/tag-chips.tsx'
import TagPicker from '../../tags/components/tag-picker.tsx'
import { ticketQueries } from '../api.ts'
import { changeTags } from '../moves/ticket-actions.ts'
import { useTicketAction } from '../moves/use-ticket-action.ts'

/** One tag after the other is added or taken off; each is saved as it is chosen. */
export function TagsOfRow({ ticket }: { ticket: TicketSummary }) {
  const { data } = useQuery(ticketQueries.detail(ticket.id))
  const change = useTicketAction(ticket, changeTags)
  const tags = change.isPending ? change.variables : (data ?? ticket).tags
  const box = useRef<HTMLDivElement>(null)
  const remove = (tag: string) => {
    change.mutate(tags.filter((each) => each !== tag))
    // what had the focus goes away
    box.current?.querySelector<HTMLElement>('input, [role=combobox]')?.focus()
  }
  return (
    <div ref={box} className="grid gap-2 p-2 max-md:p-4 md:w-72">
      <TagChips tags={tags} onRemove={remove} />
      <TagPicker
        // afresh after each one
        key={tags.join()}
        isWantedNow
        tags={tags}
        onPick={(tag) => change.mutate(sortedTags([...tags, tag]))}
      />
    </div>
  )
}
