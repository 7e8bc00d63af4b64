import type { Priority as Level, TicketGroup, TicketGrouping, TicketStatus } from '@physique57/contracts'
import { ChevronRight, MapPin, Shapes, UsersRound } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { cx } from '../../../lib/cx.ts'
import { formatNumber } from '../../../lib/format.ts'
import { PriorityIcon } from '../priority.tsx'
import { StatusIcon } from '../status.tsx'
import { nameOfGroup } from '../ticket-groups.ts'

interface GroupHeadProps {
  by: TicketGrouping
  group: TicketGroup
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** Tickets that came to it and wait to be shown. */
  added: number
  onShowAdded: () => void
}

/** What its tickets have in common, and how many there are; opens and closes it. */
export function GroupHead({ by, group, isOpen, onOpen, added, onShowAdded }: GroupHeadProps) {
  const byArrow = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') onOpen(true)
    if (key === 'ArrowLeft') onOpen(false)
  }
  const name = nameOfGroup(by, group)
  return (
    <span className="flex h-full min-w-0 items-center">
      <button
        type="button"
        data-group={group.value}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        onKeyDown={byArrow}
        className="flex h-full min-w-0 flex-1 items-center gap-2 px-3 text-left focus-inside hover:bg-hover touch:px-4"
      >
        <ChevronRight
          aria-hidden="true"
          strokeWidth={2}
          className={cx('size-3.5 flex-none text-ink-3', isOpen && 'rotate-90')}
        />
        <GroupIcon by={by} group={group} />
        <span title={name} className="clip min-w-0 font-medium text-ink">
          {name}
        </span>
        <span className="num flex-none text-ink-3 text-sm">
          {formatNumber(group.total)}
          <span className="sr-only"> {group.total === 1 ? 'ticket' : 'tickets'}</span>
        </span>
      </button>
      <span role="status" className="flex-none pr-2">
        {isOpen && added > 0 && (
          <Button size="sm" onClick={onShowAdded}>
            {added} new
          </Button>
        )}
      </span>
    </span>
  )
}

const icons = { team: UsersRound, category: Shapes, studio: MapPin }

function GroupIcon({ by, group: { value, label } }: Pick<GroupHeadProps, 'by' | 'group'>) {
  // a group is named by a value of its column
  if (by === 'status') return <StatusIcon status={value as TicketStatus} />
  if (by === 'priority') return <PriorityIcon priority={value as Level} />
  if (by === 'assignee') return <Avatar person={value === 'none' ? null : { id: value, name: label }} decorative />
  const Icon = icons[by]
  return <Icon aria-hidden="true" strokeWidth={2} className="size-3.5 flex-none text-ink-3" />
}
