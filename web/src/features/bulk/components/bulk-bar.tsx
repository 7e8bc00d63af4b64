import type { BulkChangeSent, TicketFiltersSent } from '@physique57/contracts'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { openExport } from '../../exports/exports-store.ts'
import { useBulkUpdate } from '../api.ts'
import { selectAllMatching, useSelection } from '../selection.ts'
import { useChoosing } from '../use-choosing.ts'
import type { BulkAsked } from './bulk-asked.ts'
import { BulkDialogs } from './bulk-dialogs.tsx'
import { BulkPriorityMenu, BulkStatusMenu } from './bulk-menus.tsx'
import { BulkMoreMenu } from './bulk-more-menu.tsx'

interface BulkBarProps {
  filters: TicketFiltersSent
  /** How many match. */
  total: number
}

const AT_ONCE = 100

/** What can be done to the rows that were chosen, by pointer or by the keys of a single row; each ticket still has its own rules. */
export default function BulkBar({ filters, total }: BulkBarProps) {
  const { ids, isAll } = useSelection()
  const { end } = useChoosing()
  const isPhone = useIsPhone()
  const me = useAuth((auth) => auth.user)
  const [asked, ask] = useState<BulkAsked | null>(null)
  /** From where a key was pressed. */
  const row = useRef<HTMLElement>(null)
  const update = useBulkUpdate()
  const count = isAll ? total : ids.length
  const whyNot =
    count === 0
      ? 'Choose a ticket first'
      : !isAll && count > AT_ONCE
        ? 'At most 100 at once, or all that match'
        : undefined
  const { limit: _, cursor: __, sort: ___, ...filter } = filters
  const change = (wanted: BulkChangeSent) => {
    ask(null)
    update.mutate({ chosen: isAll ? { filter } : { ids }, change: wanted }, { onSuccess: end })
  }
  const take = () => me && change({ assign: { userId: me.id } })
  /** A menu says that it closed after what was chosen in it asks for more. */
  const asks = (menu: BulkAsked) => (isOpen: boolean) => {
    if (isOpen) row.current = null
    ask((current) => (isOpen ? menu : current === menu ? null : current))
  }
  const askByKey = (wanted: BulkAsked) => () => {
    row.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    ask(wanted)
  }
  const isMore = !isAll && total > ids.length
  const disabled = whyNot !== undefined || update.isPending
  const keys = { group: 'Selected tickets', disabled }
  useShortcuts([
    { ...keys, keys: 'S', label: 'Change their status', run: askByKey('status') },
    { ...keys, keys: 'P', label: 'Change their priority', run: askByKey('priority') },
    { ...keys, keys: 'A', label: 'Assign them', run: askByKey('assign') },
    { ...keys, keys: 'I', label: 'Assign them to me', run: take },
    { ...keys, keys: 'T', label: 'Tag them', run: askByKey('tags') },
    { ...keys, keys: 'Shift+A', label: 'Select all that match', run: selectAllMatching, disabled: !isMore },
    { ...keys, keys: 'Escape', label: 'Clear the selection', run: end, disabled: false },
  ])
  const what = count === 1 ? '1 ticket' : `${formatNumber(count)} tickets`
  const button = { size: 'sm', why: whyNot } as const
  const takeOut = () => openExport(isAll ? 'all' : ids)
  const isAdmin = me?.role === 'admin'
  return (
    <div
      role="toolbar"
      aria-label="Selected tickets"
      className="flex flex-none flex-wrap items-center gap-1.5 border-line-strong border-t bg-surface px-3 py-2"
    >
      <span className="num mr-1 font-medium text-sm touch:text-base" role="status">
        {isPhone ? formatNumber(count) : what} selected
      </span>
      {isMore && (
        <Button size="sm" variant="ghost" shortcut="Shift+A" className="max-md:px-2!" onClick={selectAllMatching}>
          {isPhone ? 'All' : 'Select all'} {formatNumber(total)} that match
        </Button>
      )}
      <span className="flex-1" />
      {isPhone && (
        <>
          <Button size="sm" onClick={end}>
            Done
          </Button>
          <span className="basis-full" />
        </>
      )}
      <Button {...button} shortcut="A" busy={update.isPending} onClick={() => ask('assign')}>
        Assign
      </Button>
      {!isPhone && (
        <Button {...button} shortcut="I" onClick={take}>
          To me
        </Button>
      )}
      <BulkStatusMenu
        trigger={
          <Button {...button} shortcut="S">
            Status
          </Button>
        }
        isOpen={asked === 'status'}
        returnTo={row}
        onOpenChange={asks('status')}
        onChange={change}
        onAsk={ask}
      />
      <BulkPriorityMenu
        trigger={
          <Button {...button} shortcut="P">
            Priority
          </Button>
        }
        isOpen={asked === 'priority'}
        returnTo={row}
        onOpenChange={asks('priority')}
        onChange={change}
      />
      {isPhone ? (
        <BulkMoreMenu
          why={whyNot}
          onTake={take}
          onTags={() => ask('tags')}
          onExport={takeOut}
          onDelete={isAdmin ? () => ask('delete') : undefined}
        />
      ) : (
        <>
          <Button {...button} shortcut="T" onClick={() => ask('tags')}>
            Tags
          </Button>
          <Button size="sm" onClick={takeOut}>
            Export
          </Button>
          {isAdmin && (
            <Button {...button} variant="danger-quiet" onClick={() => ask('delete')}>
              Delete
            </Button>
          )}
          <Button size="sm" variant="ghost" shortcut="Esc" onClick={end}>
            Clear
          </Button>
        </>
      )}
      <BulkDialogs what={what} asked={asked} onClose={() => ask(null)} onChange={change} />
    </div>
  )
}
