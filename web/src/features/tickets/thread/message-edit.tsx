import { mentionedIn, stillToFillIn, type TicketResponse, tickets } from '@physique57/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { controlClass } from '../../../components/ui/input.tsx'
import { call } from '../../../lib/call.ts'
import { cx } from '../../../lib/cx.ts'
import { describeError } from '../../../lib/problem.ts'
import { ticketQueries } from '../api.ts'
import { refreshAfterChange } from '../ticket-cache.ts'
import { MentionedPeople } from './mentioned-people.tsx'
import { type Mentioned, WritingField } from './writing-field.tsx'

interface MessageEditProps {
  ticketId: string
  response: TicketResponse
  onClose: () => void
}

/** One's own words, corrected in their place. */
export default function MessageEdit({ ticketId, response, onClose }: MessageEditProps) {
  const client = useQueryClient()
  // of the page around it
  const { data: ticket } = useQuery(ticketQueries.detail(ticketId))
  const [body, setBody] = useState(response.body)
  const gaps = stillToFillIn(body)
  const [mentions, setMentions] = useState<Mentioned[]>(response.mentions)
  const named = mentionedIn(body, mentions)
  const input = useRef<HTMLTextAreaElement>(null)
  // After the menu that led here has given the focus back to its button.
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), 50)
    return () => clearTimeout(timer)
  }, [])
  const save = useMutation({
    mutationFn: () =>
      call(tickets.changeResponse, {
        params: { id: ticketId, responseId: response.id },
        body: { body: body.trim(), mentions: named.map(({ id }) => id) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ticketQueries.responses(ticketId).queryKey })
      onClose()
      await refreshAfterChange(client, ticketId)
    },
  })
  const isEmpty = body.trim() === ''
  const isComplete = !isEmpty && gaps.length === 0
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete && !save.isPending) save.mutate()
      }}
    >
      <WritingField
        ticketId={ticketId}
        ticket={ticket}
        aria-label="Corrected text"
        input={input}
        value={body}
        mentions={named}
        rows={3}
        className={cx(controlClass, 'field-sizing-content block max-h-[50dvh] w-full resize-none px-3 py-2 text-lg')}
        onWrite={(text, picked) => {
          setBody(text)
          if (picked) setMentions(picked)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
        }}
      />
      <MentionedPeople people={named} />
      <FailureNotice why={save.error ? `${describeError(save.error).why} Your text is kept.` : undefined} />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          size="sm"
          variant="primary"
          busy={save.isPending}
          disabled={isEmpty}
          why={gaps.length > 0 ? `Fill in ${gaps.map((gap) => `⟨${gap}⟩`).join(', ')} first` : undefined}
        >
          Save
        </Button>
      </div>
    </form>
  )
}
