import { mentions } from '@physique57/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { call } from '../../../lib/call.ts'
import { useDebounced } from '../use-debounced.ts'
import { PickerPanel } from './picker-panel.tsx'
import type { WritingPickerProps } from './writing-picker.tsx'

/** People to mention: first those who see the ticket; the others, where the writer may let them in, are marked. */
export function MentionPicker({ trigger, ticketId, onInsert, ...panel }: WritingPickerProps) {
  const q = useDebounced(trigger.query, 120)
  const { data, error } = useQuery({
    queryKey: ['mentionable', ticketId, q],
    queryFn: async ({ signal }) =>
      (await call(mentions.find, { params: { id: ticketId }, query: { q }, signal })).items,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return (
    <PickerPanel
      {...panel}
      label="People to mention"
      items={error ? [] : data}
      emptyText={error ? 'People could not be looked up.' : `Nobody here is called “${trigger.query}”.`}
      keyOf={({ id }) => id}
      onPick={({ id, name, sees }) => onInsert(`@${name} `, { mention: { id, name, sees } })}
      render={({ id, name, team, sees }) => (
        <>
          <Avatar person={{ id, name }} size={20} decorative />
          <span className="min-w-0 flex-1">
            <span className="clip block">{name}</span>
            {!sees && (
              <span className="flex items-center gap-1 text-amber text-xs touch:text-sm">
                <Eye aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
                will be able to see this ticket
              </span>
            )}
          </span>
          {team && <span className="clip max-w-[40%] flex-none text-ink-3 text-xs touch:text-sm">{team.name}</span>}
        </>
      )}
    />
  )
}
