import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { ChevronLeft, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../../components/ui/button.tsx'
import { dialogBackdropClass } from '../../components/ui/dialog-face.tsx'
import { useIsPhone } from '../../lib/media.ts'
import { messageOf } from '../../lib/problem.ts'
import { useDebounced } from '../tickets/use-debounced.ts'
import { quickSearchQuery } from './api.ts'
import { CommandItems } from './components/command-items.tsx'
import { FoundTickets } from './components/found-tickets.tsx'
import { RecentItems } from './components/recent-items.tsx'
import { rememberSearch } from './recent.ts'
import { closeSearch, useSearchPanel } from './search-panel-store.ts'

/** One box for everything: tickets as one types, recent ones, and what can be done here. Esc gives the focus back. */
export default function SearchPanel() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const isPhone = useIsPhone()
  const [text, setText] = useState(useSearchPanel.getState().text)
  const typed = text.trim()
  const q = useDebounced(typed, 300)
  const hits = useQuery(quickSearchQuery(typed === '' ? '' : q))
  const isCurrent = q === typed && !hits.isPlaceholderData && !hits.isPending

  // whatever was marked before, the best fit is what Enter opens
  const [marked, setMarked] = useState({ text: '', value: '' })
  if (typed !== '' && isCurrent && marked.text !== typed)
    setMarked({ text: typed, value: hits.data?.items[0] ? `ticket ${hits.data.items[0].id}` : 'all' })

  const openTicket = (ticketId: string) => {
    if (typed) rememberSearch(typed)
    closeSearch()
    void navigate({ to: '/tickets/$ticketId', params: { ticketId } })
  }
  const showAll = (wanted: string) => {
    rememberSearch(wanted)
    closeSearch()
    void navigate({ to: '/tickets', search: { view: 'all', q: wanted } })
  }

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && closeSearch()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogBackdropClass} />
        <Dialog.Popup
          initialFocus={input}
          className="overlay-in fixed inset-0 z-40 flex flex-col bg-raised text-ink shadow-dialog outline-none md:inset-auto md:top-[min(12vh,120px)] md:left-1/2 md:max-h-[min(560px,calc(100dvh-160px))] md:w-150 md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:rounded-lg"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command
            value={marked.value}
            onValueChange={(value) => setMarked({ text: marked.text, value })}
            shouldFilter={false}
            label="Search and commands"
            loop
            className="flex min-h-0 flex-1 flex-col"
          >
            <div className="flex h-12 flex-none items-center gap-2 border-line border-b px-4 max-md:h-13 max-md:px-1">
              {isPhone ? (
                <IconButton icon={ChevronLeft} label="Close" onClick={closeSearch} />
              ) : (
                <Search aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
              )}
              <Command.Input
                ref={input}
                value={text}
                onValueChange={setText}
                maxLength={500}
                placeholder={isPhone ? 'Number, words or client' : 'Number, words, client, or status:open assignee:me'}
                enterKeyHint="search"
                className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
              />
            </div>
            <Command.List
              label="Results"
              aria-busy={typed !== '' && !isCurrent}
              className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 max-md:pb-[env(safe-area-inset-bottom)] [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs"
            >
              {typed === '' ? (
                <RecentItems onTicket={openTicket} onSearch={setText} />
              ) : (
                <FoundTickets
                  text={typed}
                  items={hits.data?.items}
                  isCurrent={isCurrent}
                  error={hits.isError ? messageOf(hits.error) : undefined}
                  onOpen={openTicket}
                  onShowAll={() => showAll(typed)}
                />
              )}
              <CommandItems text={typed} onRun={closeSearch} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
