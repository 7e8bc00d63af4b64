import type { CannedReply } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MessageSquareQuote, Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Input } from '../../components/ui/input.tsx'
import { BackLink } from '../../components/ui/page-bar.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { cannedListQuery } from './api.ts'
import { CannedReplyDialog } from './components/canned-reply-dialog.tsx'
import { CannedReplyRow } from './components/canned-reply-row.tsx'
import { RemoveCannedReply } from './components/remove-canned-reply.tsx'

/** What is written ahead: one's own, the team's and everyone's. */
export function CannedRepliesPage() {
  useDocumentTitle('Canned replies')
  const [q, setQ] = useState('')
  const [edited, setEdited] = useState<CannedReply | 'new'>()
  const [removed, setRemoved] = useState<CannedReply>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    cannedListQuery(useDeferredValue(q.trim())),
  )
  const replies = data?.pages.flatMap(({ items }) => items)
  const audiences = data?.pages[0]?.audiences ?? ['private']
  const write = (
    <Button icon={Plus} variant="primary" onClick={() => setEdited('new')}>
      New reply
    </Button>
  )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-200 px-4 pb-10 max-md:pb-24 md:px-6">
        <div className="-ml-2 flex flex-wrap items-center gap-1 pt-3 md:pt-4">
          <BackLink to="/tickets" label="Back to the tickets" />
          <h1 className="mr-auto font-semibold text-2xl tracking-tight outline-none max-md:text-xl">Canned replies</h1>
          {write}
        </div>
        <p className="mt-1 text-pretty text-ink-2 text-sm touch:text-base">
          Under a ticket, <b className="font-medium text-ink">/</b> at the beginning of a line brings one of them, with
          the names of that ticket filled in.
        </p>
        <div className="py-4">
          <Input
            type="search"
            aria-label="Search canned replies"
            placeholder="Search by title, category or text"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        {error && !replies ? (
          <ErrorState title="The canned replies could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : !replies ? (
          <Loading label="The canned replies are loading">
            {['w-24', 'w-32', 'w-28', 'w-36', 'w-24'].map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
              <div key={index} className="grid gap-3 border-line border-t py-3.5">
                <Skeleton className={width} />
                <Skeleton className="w-11/12" />
                <Skeleton className="w-1/5" />
              </div>
            ))}
          </Loading>
        ) : replies.length === 0 ? (
          <EmptyState icon={MessageSquareQuote} title={q ? 'None with these words' : 'Nothing written ahead yet'}>
            {q ? 'Try fewer words.' : 'Write down what you say often; from then on it takes two keys.'}
          </EmptyState>
        ) : (
          <ul aria-label="Canned replies" className="border-line border-b">
            {replies.map((reply) => (
              <CannedReplyRow
                key={reply.id}
                reply={reply}
                onEdit={() => setEdited(reply)}
                onRemove={() => setRemoved(reply)}
              />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <div className="flex justify-center p-3">
            <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
          </div>
        )}
      </div>
      {edited && (
        <CannedReplyDialog
          reply={edited === 'new' ? undefined : edited}
          audiences={audiences}
          onClose={() => setEdited(undefined)}
        />
      )}
      {removed && <RemoveCannedReply reply={removed} onClose={() => setRemoved(undefined)} />}
    </div>
  )
}
