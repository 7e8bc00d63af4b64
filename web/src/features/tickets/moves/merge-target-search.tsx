import type { Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { Marked } from '../../../components/ui/marked.tsx'
import { quickSearchQuery } from '../../search/api.ts'
import { useRecent } from '../../search/recent.ts'
import { useDebounced } from '../use-debounced.ts'
import { mergeQueries } from './merge-api.ts'
import { asFound, asRelated, labelOf, type MergeTarget, targetsFitting, targetsFor } from './merge-targets.ts'

interface MergeTargetSearchProps {
  ticket: Ticket
  target: MergeTarget | null
  onChoose: (target: MergeTarget | null) => void
  isOpen: boolean
}

/** Related and lately opened tickets first; what is typed is looked for as everywhere else. */
export function MergeTargetSearch({ ticket, target, onChoose, isOpen }: MergeTargetSearchProps) {
  const [text, setText] = useState('')
  const typed = target && text === labelOf(target) ? '' : text.trim()
  const wanted = useDebounced(typed, 200)
  const opened = useRecent((recent) => recent.tickets)
  const related = useQuery({ ...mergeQueries.related(ticket.id), enabled: isOpen })
  const found = useQuery(quickSearchQuery(wanted.slice(0, 200)))
  const isSearch = typed !== ''
  const isLooking = typed !== wanted || found.isPlaceholderData || found.isFetching
  const known = targetsFor(ticket, (related.data ?? []).map(asRelated), opened)
  const fromServer = typed === wanted && !found.isPlaceholderData ? (found.data?.items ?? []) : []
  const offered = isSearch ? targetsFitting(known, typed, targetsFor(ticket, fromServer.map(asFound))) : known
  const shown = target && !offered.some(({ id }) => id === target.id) ? [target, ...offered] : offered
  return (
    <Combobox
      aria-label="Merge into"
      placeholder="Number or words, such as P57-1042"
      value={target?.id ?? null}
      onChange={(id) => onChoose(shown.find((each) => each.id === id) ?? null)}
      options={shown.map((each) => ({
        value: each.id,
        label: labelOf(each),
        marked: each.marks && (
          <>
            {each.key} <Marked parts={each.marks} />
          </>
        ),
        hint: each.hint,
      }))}
      heading={() => (isSearch ? 'What fits' : 'Related and lately opened')}
      emptyText={isSearch ? 'No ticket says this.' : 'Nothing is related. Type a number or words.'}
      loading={isSearch ? isLooking : related.isFetching}
      onSearch={setText}
    />
  )
}
