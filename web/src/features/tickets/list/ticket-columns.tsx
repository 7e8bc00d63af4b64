import {
  clientMoodLabel,
  columnLabel,
  isFormColumn,
  sourceLabel,
  type TicketColumnKey,
  type TicketColumnName,
  type TicketSummary,
  usualColumns,
} from '@physique57/contracts'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { Cell, type Column } from '../../../components/ui/table.tsx'
import { formatAge, formatDateTime, formatShort } from '../../../lib/format.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { Priority } from '../priority.tsx'
import { SlaChip } from '../sla-chip.tsx'
import { Status } from '../status.tsx'
import { TicketLink } from '../ticket-link.tsx'
import { EditCell } from './edit-cell.tsx'

const AnswerInRow = lazyPart(() => import('./answer-in-row.tsx'))

interface Reading {
  now: number
  zone: string
  /** It left this list a moment ago. */
  isGone: boolean
}

interface TicketColumn {
  /** In pixels; the title takes the rest. */
  width?: number
  alignsRight?: true
  isNameHidden?: true
  isSortable?: true
  className?: string
  cell: (ticket: TicketSummary, reading: Reading) => ReactNode
}

const words = (read: (ticket: TicketSummary) => string | null | undefined, width: number): TicketColumn => ({
  width,
  cell: (ticket) => {
    const text = read(ticket) ?? ''
    return (
      <Cell isMeta title={text}>
        <span className="clip block">{text}</span>
      </Cell>
    )
  },
})

/** Where there are none, the row under the pointer says that there could be. */
function TagsInRow({ tags }: Pick<TicketSummary, 'tags'>) {
  const text = tags.join(', ')
  if (text) {
    return (
      <span title={text} className="clip min-w-0 text-ink-2">
        {text}
      </span>
    )
  }
  return (
    <>
      <span className="sr-only">none</span>
      <Plus aria-hidden="true" className="size-4 text-ink-3 opacity-0 group-hover/row:opacity-100" strokeWidth={1.75} />
    </>
  )
}

const moment = (read: (ticket: TicketSummary) => string | null): TicketColumn => ({
  width: 96,
  cell: (ticket, { now, zone }) => {
    const at = read(ticket)
    return (
      <Cell isMeta {...(at && { title: formatDateTime(at, zone) })}>
        {at && formatShort(at, zone, now)}
      </Cell>
    )
  },
})

/** In a narrow list the title keeps at least 200 px: first the age goes, then the studio. Whoever chose columns has them all. */
const narrow = { created: '@max-[792px]/usual:hidden', studio: '@max-[708px]/usual:hidden' }

const columns: Record<TicketColumnName, TicketColumn> = {
  number: { width: 56, cell: ({ number }) => <Cell className="num text-ink-3 text-sm">{number}</Cell> },
  title: {
    cell: (ticket, { isGone }) => (
      <Cell>
        <span className="flex min-w-0 items-baseline gap-2">
          <TicketLink ticket={ticket} className="min-w-0 font-[450] text-ink" />
          {isGone && <span className="flex-none text-xs">Left this view</span>}
        </span>
      </Cell>
    ),
  },
  status: {
    width: 106,
    cell: (ticket) => (
      <EditCell ticket={ticket} what="status" name="Status">
        <Status status={ticket.status} />
      </EditCell>
    ),
  },
  priority: {
    width: 88,
    cell: (ticket) => (
      <EditCell ticket={ticket} what="priority" name="Priority">
        <Priority priority={ticket.priority} />
      </EditCell>
    ),
  },
  due: {
    width: 124,
    isSortable: true,
    cell: ({ resolution }) => (
      <Cell>
        <SlaChip clock={resolution} className="align-middle" />
      </Cell>
    ),
  },
  response: {
    width: 124,
    cell: ({ firstResponse }) => (
      <Cell>
        <SlaChip clock={firstResponse} className="align-middle" />
      </Cell>
    ),
  },
  assignee: {
    width: 28,
    isNameHidden: true,
    cell: (ticket) => (
      <EditCell ticket={ticket} what="assignee" name="Assignee">
        <Avatar person={ticket.assignee} size={20} />
      </EditCell>
    ),
  },
  team: words(({ team }) => team?.name, 120),
  studio: {
    width: 72,
    className: narrow.studio,
    cell: ({ studio }) => (
      <Cell isMeta className={narrow.studio} title={studio.name}>
        {studio.shortName}
      </Cell>
    ),
  },
  category: words(({ category }) => category.name, 150),
  subcategory: words(({ subcategory }) => subcategory.name, 150),
  client: words(({ clientName }) => clientName, 140),
  reporter: words(({ reporter }) => reporter.name, 140),
  source: words(({ source }) => source && sourceLabel[source], 96),
  mood: words(({ clientMood }) => clientMood && clientMoodLabel[clientMood], 96),
  level: words(({ escalationLevel }) => ['', 'Manager', 'Directors'][escalationLevel], 96),
  tag: {
    width: 140,
    cell: (ticket) => (
      <EditCell ticket={ticket} what="tags" name="Tags">
        <TagsInRow tags={ticket.tags} />
      </EditCell>
    ),
  },
  created: {
    width: 84,
    alignsRight: true,
    isSortable: true,
    className: narrow.created,
    cell: ({ createdAt }, { now, zone }) => (
      <Cell isMeta alignsRight className={narrow.created} title={formatDateTime(createdAt, zone)}>
        {formatAge(createdAt, now)}
      </Cell>
    ),
  },
  updated: { ...moment(({ updatedAt }) => updatedAt), isSortable: true },
  occurred: moment(({ occurredAt }) => occurredAt),
  followup: moment(({ followUpAt }) => followUpAt),
  resolved: moment(({ resolvedAt }) => resolvedAt),
  closed: moment(({ closedAt }) => closedAt),
}

const answerTo = (key: TicketColumnKey): TicketColumn => ({
  width: 140,
  cell: ({ shownAnswers }, { zone }) => {
    const answer = shownAnswers?.[key]
    return (
      <Cell isMeta>
        {answer && (
          <Part>
            <AnswerInRow answer={answer} zone={zone} />
          </Part>
        )}
      </Cell>
    )
  },
})

const columnOf = (key: TicketColumnKey): TicketColumn => (isFormColumn(key) ? answerTo(key) : columns[key])

/** The cells of one ticket, without the box to select it. */
export const cellsOf = (ticket: TicketSummary, keys: readonly TicketColumnKey[], reading: Reading) =>
  keys.map((key) => <ColumnCell key={key} column={columnOf(key)} ticket={ticket} reading={reading} />)

const ColumnCell = ({ column, ticket, reading }: { column: TicketColumn; ticket: TicketSummary; reading: Reading }) =>
  column.cell(ticket, reading)

/** Heads of the table; `questions` says what the forms call what they ask. */
export const headsOf = (keys: readonly TicketColumnKey[], questions: ReadonlyMap<string, string>): Column[] =>
  keys.map((key) => {
    const { cell: _, ...look } = columnOf(key)
    return { key, name: nameOf(key, questions), ...look }
  })

export const nameOf = (key: TicketColumnKey, questions: ReadonlyMap<string, string>): string =>
  isFormColumn(key) ? (questions.get(key) ?? 'Answer') : columnLabel(key)

const SELECT = 34
const TITLE = 220

/** Narrower than this the table scrolls sideways; the usual columns fit everywhere. */
export const widthOf = (keys: readonly TicketColumnKey[]): number =>
  keys.every((key) => usualColumns.some((usual) => usual === key))
    ? 0
    : keys.reduce((sum, key) => sum + (columnOf(key).width ?? TITLE), SELECT)
