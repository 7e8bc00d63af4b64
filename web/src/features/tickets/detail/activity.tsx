import type { FieldChange, HistoryEntry, Ticket } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  CircleDot,
  CirclePlus,
  Contrast,
  FileX,
  type LucideIcon,
  Merge,
  MessageSquare,
  MessageSquareX,
  Paperclip,
  Pencil,
  PencilLine,
  RotateCcw,
  Route,
  Share2,
  SignalHigh,
  Siren,
  Split,
  Tag,
  Timer,
  Trash2,
  Undo2,
} from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { ticketQueries } from '../api.ts'

const icons: Record<string, LucideIcon> = {
  created: CirclePlus,
  assigned: Route,
  responded: MessageSquare,
  attached: Paperclip,
  file_removed: FileX,
  response_edited: PencilLine,
  response_deleted: MessageSquareX,
  shared: Share2,
  unshared: Share2,
  measured: Timer,
  status_changed: Contrast,
  priority_changed: SignalHigh,
  tagged: Tag,
  edited: Pencil,
  escalated: Siren,
  resolved: CircleCheck,
  closed: Archive,
  reopened: RotateCcw,
  deleted: Trash2,
  restored: ArchiveRestore,
  merged: Merge,
  took_in: Merge,
  unmerged: Split,
  gave_back: Split,
  undone: Undo2,
}

/** The ticket's story, as it happened. */
export function Activity({ ticket }: { ticket: Ticket }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    ticketQueries.history(ticket.id),
  )
  if (isPending) {
    return (
      <Loading label="Loading the activity">
        <div className="grid gap-3">
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      </Loading>
    )
  }
  if (!data) return <ErrorState title="The activity could not be loaded" error={error} onRetry={() => void refetch()} />
  const entries = data.pages.flatMap((page) => page.items)
  return (
    <>
      <ol className="text-sm touch:text-lg">
        {entries.map((entry, index) => (
          <Entry key={entry.id} entry={entry} isFirst={index === 0} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show what came later
        </Button>
      )}
    </>
  )
}

function Entry({ entry, isFirst }: { entry: HistoryEntry; isFirst: boolean }) {
  const Icon = icons[entry.event] ?? CircleDot
  return (
    <li className="relative grid grid-cols-[20px_minmax(0,1fr)_auto] gap-2 py-1 text-ink-2">
      {!isFirst && <span aria-hidden="true" className="absolute -top-2 left-[9.5px] h-3.5 w-px bg-line-strong" />}
      <Icon aria-hidden className="z-1 m-[3px] size-3.5 bg-surface text-ink-3" strokeWidth={2} />
      <span className="[overflow-wrap:anywhere]">
        <b className="font-medium text-ink">{entry.actor?.name ?? 'The system'}</b> {entry.sentence}
        {entry.changes.length > 0 && <Changes changes={entry.changes} />}
      </span>
      <Time at={entry.at} format="short" className="num text-ink-3 text-xs leading-5 touch:text-sm" />
    </li>
  )
}

/** What each field said before and after, for whoever wants to read more than the sentence. */
function Changes({ changes }: { changes: FieldChange[] }) {
  return (
    <details className="group/changes">
      <summary className="w-fit cursor-pointer text-ink-3 text-xs underline decoration-control underline-offset-3 hover:decoration-current touch:py-2.5 touch:text-sm">
        Before and after
      </summary>
      <dl className="grid gap-2 py-1.5">
        {changes.map(({ field, from, to }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two questions may be called the same, and the story never changes
          <div key={index} className="grid gap-0.5">
            <dt className="text-ink-3 text-xs touch:text-sm">{field}</dt>
            <dd className="whitespace-pre-line">
              <del className="text-ink-3">
                <span className="sr-only">Before: </span>
                {from ?? 'nothing'}
              </del>
            </dd>
            <dd className="whitespace-pre-line">
              <ins className="no-underline">
                <span className="sr-only">After: </span>
                {to ?? 'nothing'}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
