import { ClientStatus, clientStatusLabel } from '@physique57/contracts'
import { Search } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Input } from '../../../components/ui/input.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { TicketField } from './ticket-field.tsx'

const statusOptions = ClientStatus.options.map((status) => ({ value: status, label: clientStatusLabel[status] }))

/** A client we may not know yet; one we know by phone, e-mail or number is recognised by the server. */
export function ClientByHand({ onSearch }: { onSearch: () => void }) {
  return (
    <div className="grid gap-4">
      <TicketField name="client.name" label="Client name">
        {(field) => <Input {...field} autoComplete="off" />}
      </TicketField>
      <TicketField name="client.phone" label="Phone" optional>
        {(field) => <Input {...field} type="tel" inputMode="tel" autoComplete="off" />}
      </TicketField>
      <TicketField name="client.email" label="E-mail" optional>
        {(field) => <Input {...field} type="email" inputMode="email" autoComplete="off" />}
      </TicketField>
      <TicketField name="client.membershipNumber" label="Membership number" optional>
        {(field) => <Input {...field} autoComplete="off" />}
      </TicketField>
      <TicketField name="client.status" label="Membership" optional>
        {(field) => <Select value={field.value ?? null} onChange={field.onChange} options={statusOptions} />}
      </TicketField>
      <Button variant="ghost" icon={Search} onClick={onSearch} className="justify-self-start">
        Search for a client instead
      </Button>
    </div>
  )
}
