import {
  clientMoodLabel,
  columnLabel,
  isFormColumn,
  priorityLabel,
  type Question,
  type ShownAnswer,
  sourceLabel,
  statusLabel,
  type TicketColumnKey,
  type TicketColumnName,
  type TicketSummary,
} from '@physique57/contracts'
import type { Db } from '../../db/database.ts'
import { findQuestions } from '../catalogue/catalogue.service.ts'
import type { Cell, SheetColumn } from './cell.ts'

/** What stands in these columns of a ticket, in their order. */
export const cellsOf = (row: TicketSummary, columns: readonly TicketColumnKey[]): Cell[] =>
  columns.map((column) => (isFormColumn(column) ? answered(row.shownAnswers?.[column]) : cells[column](row)))

const moment = (at: string | null): Cell => (at === null ? null : { at: new Date(at) })

const cells: Record<TicketColumnName, (row: TicketSummary) => Cell> = {
  number: ({ key }) => key,
  title: ({ title }) => title,
  status: ({ status }) => statusLabel[status],
  priority: ({ priority }) => priorityLabel[priority],
  tag: ({ tags }) => tags.join(', '),
  due: ({ resolution }) => moment(resolution.dueAt),
  response: ({ firstResponse }) => moment(firstResponse.dueAt),
  assignee: ({ assignee }) => assignee?.name ?? null,
  team: ({ team }) => team?.name ?? null,
  studio: ({ studio }) => studio.name,
  category: ({ category }) => category.name,
  subcategory: ({ subcategory }) => subcategory.name,
  client: ({ clientName }) => clientName,
  reporter: ({ reporter }) => reporter.name,
  source: ({ source }) => source && sourceLabel[source],
  mood: ({ clientMood }) => clientMood && clientMoodLabel[clientMood],
  level: ({ escalationLevel }) => escalationLevel,
  created: ({ createdAt }) => moment(createdAt),
  updated: ({ updatedAt }) => moment(updatedAt),
  occurred: ({ occurredAt }) => moment(occurredAt),
  followup: ({ followUpAt }) => moment(followUpAt),
  resolved: ({ resolvedAt }) => moment(resolvedAt),
  closed: ({ closedAt }) => moment(closedAt),
}

function answered(answer: ShownAnswer | undefined): Cell {
  if (!answer) return null
  const { type, value } = answer
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (type === 'datetime') return moment(String(value))
  return type === 'date' ? { day: String(value) } : value
}

const times = ['due', 'response', 'created', 'updated', 'occurred', 'followup', 'resolved', 'closed']

/** Named as the list names them. */
export async function findColumns(db: Db, columns: readonly TicketColumnKey[]): Promise<SheetColumn[]> {
  const questions = columns.some(isFormColumn) ? await findQuestions(db) : []
  return columns.map((column) => columnOf(column, questions))
}

function columnOf(column: TicketColumnKey, questions: readonly Question[]): SheetColumn {
  if (isFormColumn(column)) {
    const question = questions.find(({ key }) => `form.${key}` === column)
    return { label: question?.label ?? column.slice('form.'.length), ...shapes[kindOf(question?.type)] }
  }
  const kind = times.includes(column) ? 'time' : column === 'level' ? 'number' : 'text'
  return { label: columnLabel(column), ...shapes[kind], ...(column === 'title' && { width: 56 }) }
}

const shapes = {
  text: { kind: 'text', width: 20 },
  number: { kind: 'number', width: 12 },
  time: { kind: 'time', width: 17 },
  day: { kind: 'day', width: 12 },
} as const satisfies Record<SheetColumn['kind'], Omit<SheetColumn, 'label'>>

function kindOf(type: Question['type'] | undefined): SheetColumn['kind'] {
  if (type === 'datetime') return 'time'
  if (type === 'date') return 'day'
  return type === 'number' || type === 'rating' || type === 'file' ? 'number' : 'text'
}
