import { type ClientMatch, clientStatusLabel } from '@physique57/contracts'
import { X } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Badge } from '../../../components/ui/badge.tsx'
import { IconButton } from '../../../components/ui/button.tsx'

/** The client who was found, and the way to choose another. */
export function ClientCard({ client, onRemove }: { client: ClientMatch; onRemove: () => void }) {
  const facts = [client.membershipNumber, client.maskedPhone].filter(Boolean).join(', ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own legend
    <div
      role="group"
      aria-label={client.name}
      tabIndex={-1}
      data-focus
      className="flex items-center gap-3 rounded-lg border border-line p-3"
    >
      <Avatar person={client} size={40} />
      <div className="min-w-0 flex-1">
        <div className="font-semibold [overflow-wrap:anywhere]">{client.name}</div>
        <div className="mb-1 text-ink-3 text-sm">{facts}</div>
        <Badge tone={client.status === 'existing_active' ? 'green' : 'stone'}>{clientStatusLabel[client.status]}</Badge>
      </div>
      <IconButton icon={X} label="Choose another client" onClick={onRemove} />
    </div>
  )
}
