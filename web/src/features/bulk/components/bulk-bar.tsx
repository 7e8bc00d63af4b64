import { type BulkChangeSent, type Priority, priorityLabel, type TicketFiltersSent } from '@physique57/contracts'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { Menu, MenuItem } from '../../../components/ui/menu.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { openExport } from '../../exports/exports-store.ts'
import { useBulkUpdate } from '../api.ts'
import { clearSelection, selectAllMatching, useSelection } from '../selection.ts'
import { BulkAssignDialog } from './bulk-assign-dialog.tsx'
import { BulkTagsDialog } from './bulk-tags-dialog.tsx'
import { BulkWordsDialog } from './bulk-words-dialog.tsx'

interface BulkBarProps {
  filters: TicketFiltersSent
  /** How many match. */
  total: number
}

const AT_ONCE = 100

/** What can be done to the rows that were chosen; each ticket still has its own rules. */
export default function BulkBar({ filters, total }: BulkBarProps) {
  const { ids, isAll } = useSelection()
  const isAdmin = useAuth((auth) => auth.user?.role === 'admin')
  const [dialog, setDialog] = useState<'assign' | 'tags' | 'Resolve' | 'Reopen' | 'delete' | null>(null)
  const update = useBulkUpdate()
  const count = isAll ? total : ids.length
  const tooMany = !isAll && count > AT_ONCE ? 'At most 100 at once, or all that match' : undefined
  const { limit: _, cursor: __, sort: ___, ...filter } = filters
  const change = (wanted: BulkChangeSent) => {
    setDialog(null)
    update.mutate({ chosen: isAll ? { filter } : { ids }, change: wanted })
  }
  const what = count === 1 ? '1 ticket' : `${formatNumber(count)} tickets`
  return (
    <div
      role="toolbar"
      aria-label="Selected tickets"
      className="flex flex-none flex-wrap items-center gap-1.5 border-line-strong border-t bg-surface px-3 py-2"
    >
      <span className="num mr-1 font-medium text-sm" role="status">
        {what} selected
      </span>
      {!isAll && total > ids.length && (
        <Button size="sm" variant="ghost" onClick={selectAllMatching}>
          Select all {formatNumber(total)} that match
        </Button>
      )}
      <span className="flex-1" />
      <Button size="sm" why={tooMany} busy={update.isPending} onClick={() => setDialog('assign')}>
        Assign
      </Button>
      <Menu side="top" trigger={<Button size="sm">Status</Button>}>
        <MenuItem onSelect={() => change({ status: 'in_progress' })}>In progress</MenuItem>
        <MenuItem onSelect={() => change({ status: 'pending' })}>Pending</MenuItem>
        <MenuItem onSelect={() => setDialog('Resolve')}>Resolved…</MenuItem>
        <MenuItem onSelect={() => change({ status: 'closed' })}>Closed</MenuItem>
        <MenuItem onSelect={() => setDialog('Reopen')}>Reopened…</MenuItem>
      </Menu>
      <Menu side="top" trigger={<Button size="sm">Priority</Button>}>
        {(Object.keys(priorityLabel) as Priority[]).map((priority) => (
          <MenuItem key={priority} onSelect={() => change({ priority })}>
            {priorityLabel[priority]}
          </MenuItem>
        ))}
      </Menu>
      <Button size="sm" why={tooMany} onClick={() => setDialog('tags')}>
        Tags
      </Button>
      <Button size="sm" onClick={() => openExport(isAll ? 'all' : ids)}>
        Export
      </Button>
      {isAdmin && (
        <Button size="sm" variant="danger-quiet" why={tooMany} onClick={() => setDialog('delete')}>
          Delete
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={clearSelection}>
        Clear
      </Button>
      <BulkAssignDialog
        what={what}
        isOpen={dialog === 'assign'}
        onClose={() => setDialog(null)}
        onAssign={(assign) => change({ assign })}
      />
      {dialog === 'tags' && (
        <BulkTagsDialog what={what} isOpen onClose={() => setDialog(null)} onChange={(tags) => change({ tags })} />
      )}
      {(dialog === 'Resolve' || dialog === 'Reopen') && (
        <BulkWordsDialog verb={dialog} what={what} isOpen onClose={() => setDialog(null)} onChange={change} />
      )}
      <ConfirmDialog
        open={dialog === 'delete'}
        onOpenChange={() => setDialog(null)}
        title={`Delete ${what}?`}
        confirm={`Delete ${what}`}
        danger
        onConfirm={() => change({ delete: true })}
      >
        <p>They disappear from every list and their clocks stop. Admins can bring them back from the trash.</p>
      </ConfirmDialog>
    </div>
  )
}
