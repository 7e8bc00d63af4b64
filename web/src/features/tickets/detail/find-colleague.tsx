import type { PersonRef, Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { colleaguesQuery } from '../../people/api.ts'
import { useDebounced } from '../use-debounced.ts'

export interface ShareProps {
  ticket: Ticket
  onShare: (person: PersonRef) => void
}

/** Asks for colleagues only once somebody is to be found. */
export default function FindColleague({ ticket, onShare }: ShareProps) {
  const [typed, setTyped] = useState('')
  const { data = [], isFetching } = useQuery(colleaguesQuery(useDebounced(typed.trim())))
  const others = data.filter(({ id }) => !ticket.watchers.some((watcher) => watcher.id === id))
  return (
    <div className="w-full">
      <Combobox
        aria-label="Share with"
        value={null}
        onChange={(id) => {
          const person = others.find((each) => each.id === id)
          if (person) onShare({ id: person.id, name: person.name })
        }}
        options={others.map(({ id, name, team }) => ({ value: id, label: name, hint: team?.name }))}
        placeholder="Find a colleague"
        onSearch={setTyped}
        loading={isFetching}
        emptyText="Nobody is called that."
      />
      <p className="mt-1 text-ink-3 text-xs touch:text-sm">They will see this ticket and all that is said in it.</p>
    </div>
  )
}
