import { type BulkChangeSent, Priority, priorityLabel } from '@physique57/contracts'
import type { ReactElement, RefObject } from 'react'
import { Menu, MenuItem } from '../../../components/ui/menu.tsx'
import { PriorityIcon } from '../../tickets/priority.tsx'
import { StatusIcon } from '../../tickets/status.tsx'

interface BulkMenuProps {
  trigger: ReactElement<Record<string, unknown>>
  isOpen: boolean
  returnTo: RefObject<HTMLElement | null>
  onOpenChange: (isOpen: boolean) => void
  onChange: (change: BulkChangeSent) => void
}

interface BulkStatusMenuProps extends BulkMenuProps {
  onAsk: (words: 'Resolve' | 'Reopen') => void
}

export function BulkStatusMenu({ isOpen, onChange, onAsk, ...menu }: BulkStatusMenuProps) {
  return (
    <Menu side="top" open={isOpen} {...menu}>
      <MenuItem mark={<StatusIcon status="in_progress" />} onSelect={() => onChange({ status: 'in_progress' })}>
        In progress
      </MenuItem>
      <MenuItem mark={<StatusIcon status="pending" />} onSelect={() => onChange({ status: 'pending' })}>
        Pending
      </MenuItem>
      <MenuItem mark={<StatusIcon status="resolved" />} onSelect={() => onAsk('Resolve')}>
        Resolved…
      </MenuItem>
      <MenuItem mark={<StatusIcon status="closed" />} onSelect={() => onChange({ status: 'closed' })}>
        Closed
      </MenuItem>
      <MenuItem mark={<StatusIcon status="reopened" />} onSelect={() => onAsk('Reopen')}>
        Reopened…
      </MenuItem>
    </Menu>
  )
}

export function BulkPriorityMenu({ isOpen, onChange, ...menu }: BulkMenuProps) {
  return (
    <Menu side="top" open={isOpen} {...menu}>
      {Priority.options.toReversed().map((priority) => (
        <MenuItem key={priority} mark={<PriorityIcon priority={priority} />} onSelect={() => onChange({ priority })}>
          {priorityLabel[priority]}
        </MenuItem>
      ))}
    </Menu>
  )
}
