import { clientMoodLabel } from '@physique57/contracts'
import { Angry, Annoyed, Frown, type LucideIcon, Meh, Smile } from 'lucide-react'
import { useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { Part } from '../../../components/ui/part.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'
import { ClientByHand } from './client-by-hand.tsx'
import { ClientCard } from './client-card.tsx'
import { ClientSearch } from './client-search.tsx'
import type { NewTicketValues } from './new-ticket.ts'
import { TicketField } from './ticket-field.tsx'
import { useKeptDraftToast } from './use-kept-draft-toast.ts'

const loadEarlier = async () => ({ default: (await import('../earlier-tickets.tsx')).EarlierTickets })
const EarlierTickets = lazyPart(loadEarlier)

const moods: { value: keyof typeof clientMoodLabel; icon: LucideIcon }[] = [
  { value: 'calm', icon: Smile },
  { value: 'understanding', icon: Meh },
  { value: 'disappointed', icon: Frown },
  { value: 'frustrated', icon: Annoyed },
  { value: 'angry', icon: Angry },
]

const moodOptions = moods.map(({ value, icon: Icon }) => ({
  value,
  label: clientMoodLabel[value],
  icon: <Icon aria-hidden className="size-3.5 flex-none text-ink-3 touch:size-4.5" strokeWidth={2} />,
}))

interface ClientSectionProps {
  choose: (values: Partial<NewTicketValues>) => void
  /** What they reported before, below. */
  showsEarlier?: boolean
}

/** Who reported it, how they feel about it, and what they reported before. */
export function ClientSection({ choose, showsEarlier = true }: ClientSectionProps) {
  const keepDraft = useKeptDraftToast()
  useFetchQuietly(loadEarlier)
  const knownClient = useWatch<NewTicketValues, 'knownClient'>({ name: 'knownClient' })
  const typedClient = useWatch<NewTicketValues, 'client'>({ name: 'client' })
  const who = useRef<HTMLDivElement>(null)
  // What was chosen takes the place of where it was chosen, and the focus with it.
  const turnTo = (values: Partial<NewTicketValues>) => {
    choose(values)
    requestAnimationFrame(() => who.current?.querySelector<HTMLElement>('input, [data-focus], button')?.focus())
  }
  return (
    <section aria-label="Client" className="grid gap-4">
      <h2 className="font-semibold text-sm touch:text-lg">
        Client <span className="font-normal text-ink-3">optional</span>
      </h2>
      <div ref={who}>
        {knownClient ? (
          <ClientCard client={knownClient} onRemove={() => turnTo({ knownClient: null })} />
        ) : typedClient ? (
          <ClientByHand onSearch={() => turnTo({ client: null })} />
        ) : (
          <ClientSearch
            onFound={(found) => turnTo({ knownClient: found })}
            onNew={(client) => turnTo({ client, knownClient: null })}
          />
        )}
      </div>
      <TicketField name="clientMood" label="Mood now" optional group clearable>
        {(field) => (
          <Segments
            value={field.value}
            onChange={field.onChange}
            onClear={() => field.onChange(null)}
            options={moodOptions}
          />
        )}
      </TicketField>
      {knownClient && showsEarlier && (
        <Part>
          <EarlierTickets client={knownClient} onOpen={keepDraft} />
        </Part>
      )}
    </section>
  )
}
