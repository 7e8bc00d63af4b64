import { merging, type Ticket } from '@physique57/contracts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { call } from '../../../lib/call.ts'
import { describeError } from '../../../lib/problem.ts'
import { ticketQueries } from '../api.ts'
import { refreshAfterChange, rememberTicket } from '../ticket-cache.ts'
import { MergeTargetSearch } from './merge-target-search.tsx'
import type { MergeTarget } from './merge-targets.ts'
import { useChangesSince } from './use-changes-since.ts'
import { sayWithUndo, useUndo } from './use-undo.ts'

interface MergeDialogProps {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

/** Into which ticket, and what will happen then. */
export default function MergeDialog({ ticket, isOpen, onClose }: MergeDialogProps) {
  const [target, setTarget] = useState<MergeTarget | null>(null)
  const [wasTried, setTried] = useState(false)
  const changes = useChangesSince(ticket, isOpen)
  const merge = useMerge(ticket, onClose)
  const submit = () => {
    setTried(true)
    if (target) merge.mutate(target)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Merge ${ticket.key}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={merge.isPending} onClick={submit}>
            Merge tickets
          </Button>
        </>
      }
    >
      <ChangedNotice changes={changes} />
      <p className="[overflow-wrap:anywhere]">“{ticket.title}” becomes part of another ticket.</p>
      <Field label="Merge into" error={wasTried && !target ? 'Choose the ticket that stays.' : undefined}>
        <MergeTargetSearch ticket={ticket} target={target} onChoose={setTarget} isOpen={isOpen} />
      </Field>
      {target && <Preview ticket={ticket} target={target} />}
      <FailureNotice why={merge.error && changes.length === 0 ? describeError(merge.error).why : undefined} />
    </Dialog>
  )
}

/** What will happen, in the words of whoever does it. */
function Preview({ ticket, target }: { ticket: Ticket; target: MergeTarget }) {
  const { data } = useInfiniteQuery(ticketQueries.responses(ticket.id))
  const said = data?.pages[0]?.total ?? 0
  const people = new Set([ticket.reporter.id, ticket.assignee?.id, ...ticket.watchers.map(({ id }) => id)])
  people.delete(undefined)
  return (
    <section aria-label="What will happen" className="rounded-lg border border-line px-3 py-2 text-ink">
      <h3 className="font-medium [overflow-wrap:anywhere]">
        {ticket.key} becomes part of {target.key}
      </h3>
      <ul className="mt-1 list-disc pl-4 text-ink-2">
        <li>
          {said === 0
            ? `Its files move to ${target.key}; nothing was said on it yet.`
            : `${said === 1 ? 'Its one response' : `Its ${said} responses`} and its files move to ${target.key}.`}
        </li>
        <li>
          {ticket.key} is closed, its clocks stop, and whoever opens it comes to {target.key}.
        </li>
        <li>
          {people.size === 1 ? `${ticket.reporter.name} follows` : `The ${people.size} people on it follow`}{' '}
          {target.key} and may see it.
        </li>
        <li>It can be unmerged at any time.</li>
      </ul>
    </section>
  )
}

function useMerge(ticket: Ticket, onDone: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const undoing = useUndo()
  return useMutation({
    mutationFn: (target: MergeTarget) =>
      call(merging.merge, { params: { id: ticket.id }, body: { targetId: target.id }, ifMatch: ticket.version }),
    onSuccess: async (target) => {
      onDone()
      rememberTicket(client, target)
      sayWithUndo(`${ticket.key} is part of ${target.key} now`, target, undoing.mutate)
      await navigate({ to: '/tickets/$ticketId', params: { ticketId: target.id } })
      await Promise.all([refreshAfterChange(client, ticket.id), refreshAfterChange(client, target.id)])
      await client.invalidateQueries({ queryKey: ticketQueries.responses(target.id).queryKey })
    },
    onError: () => client.invalidateQueries({ queryKey: ticketQueries.detail(ticket.id).queryKey }),
  })
}
