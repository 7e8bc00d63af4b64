import { type ClientMatch, clientStatusLabel } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { clientsQuery } from '../api.ts'
import { useDebounced } from '../use-debounced.ts'
import { emptyClient, type TypedClient } from './new-ticket.ts'

interface ClientSearchProps {
  onFound: (client: ClientMatch) => void
  onNew: (client: TypedClient) => void
}

/** Finds a client by phone, e-mail, membership number or name; or starts a new one from what was typed. */
export function ClientSearch({ onFound, onNew }: ClientSearchProps) {
  const [typed, setTyped] = useState('')
  const wanted = useDebounced(typed.trim())
  const { data: found = [], isFetching } = useQuery(clientsQuery(wanted))
  const matches = wanted.length < 3 ? [] : found
  const isLooking = isFetching || wanted !== typed.trim()

  return (
    <div className="grid gap-2">
      <Field label="Find the client" help="Whole phone number or e-mail, or three letters of the name">
        <Combobox
          value={null}
          onChange={(id) => {
            const match = matches.find((each) => each.id === id)
            if (match) onFound(match)
            else if (id === NEW) onNew(startedFrom(typed))
          }}
          options={[
            ...matches.map((client) => ({ value: client.id, label: client.name, hint: whoIs(client) })),
            ...(wanted.length < 3 || isLooking ? [] : [newClient(wanted)]),
          ]}
          placeholder="Phone, e-mail or name"
          onSearch={setTyped}
          loading={isLooking && typed.trim().length >= 3}
          emptyText="Type at least three letters."
        />
      </Field>
      <Button
        variant="ghost"
        icon={UserRoundPlus}
        onClick={() => onNew(startedFrom(typed))}
        className="justify-self-start"
      >
        New client
      </Button>
    </div>
  )
}

/** The last choice, so that Enter takes it when nobody was found. */
const NEW = 'new'
const newClient = (typed: string) => ({
  value: NEW,
  label: `New client, ${typed}`,
  icon: <UserRoundPlus aria-hidden className="size-4 flex-none text-ink-3 touch:size-5" strokeWidth={1.75} />,
})

const whoIs = ({ maskedPhone, membershipNumber, status }: ClientMatch): string =>
  [membershipNumber, maskedPhone, clientStatusLabel[status]].filter(Boolean).join(', ')

function startedFrom(typed: string): TypedClient {
  const text = typed.trim()
  if (text.includes('@')) return { ...emptyClient, email: text }
  return /^\+?[\d\s()-]{5,}$/.test(text) ? { ...emptyClient, phone: text } : { ...emptyClient, name: text }
}
