import { sortedTags, type Ticket } from '@physique57/contracts'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { TagChips } from '../../tags/components/tag-chips.tsx'
import { changeTags } from '../moves/ticket-actions.ts'
import { useTicketAction } from '../moves/use-ticket-action.ts'

const TagPicker = lazyPart(() => import('../../tags/components/tag-picker.tsx'))

/** What the ticket is marked with; whoever works on it adds and removes here. */
export function TicketTags({ ticket }: { ticket: Ticket }) {
  const [isAdding, setAdding] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { mutate } = useTicketAction(ticket, changeTags)
  if (!ticket.can.edit) return ticket.tags.length > 0 ? <TagChips tags={ticket.tags} /> : <span>None</span>
  const giveUp = () => {
    setAdding(false)
    sayMissing()
  }
  const remove = (tag: string) => {
    mutate(ticket.tags.filter((each) => each !== tag))
    // what had the focus goes away
    box.current?.querySelector<HTMLElement>('[data-adds], input')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the search field ends adding
    <div
      ref={box}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1 md:-my-1 touch:my-0 touch:gap-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isAdding) {
          event.stopPropagation()
          setAdding(false)
        }
      }}
    >
      <TagChips tags={ticket.tags} onRemove={remove} />
      {isAdding ? (
        <Part onMissing={giveUp}>
          <TagPicker
            // afresh after each one
            key={ticket.tags.join()}
            isWantedNow
            tags={ticket.tags}
            onPick={(tag) => mutate(sortedTags([...ticket.tags, tag]))}
          />
        </Part>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          icon={Plus}
          data-adds
          onClick={() => setAdding(true)}
          className="first:-ml-2.5"
        >
          Add tag
        </Button>
      )}
    </div>
  )
}
