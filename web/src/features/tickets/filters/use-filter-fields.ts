import {
  type Answer,
  clientMoodLabel,
  type FilterKey,
  fieldOf,
  type Operator,
  operatorsOf,
  Priority,
  type people,
  priorityLabel,
  type Question,
  sourceLabel,
  statusLabel,
  type TicketFieldKey,
  TicketStatus,
  ticketFields,
} from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { createElement, type ReactNode } from 'react'
import { assignableQuery, catalogueQueries } from '../../catalogue/api.ts'
import { tagsQuery } from '../../tags/api.ts'
import { PriorityIcon } from '../priority.tsx'
import { StatusIcon } from '../status.tsx'

export interface FilterOption {
  value: string
  label: string
  mark?: ReactNode
}

/** A field as the list can be narrowed by it. */
export interface FilterField {
  key: FilterKey
  label: string
  kind: 'options' | 'time' | 'text' | 'number'
  operators: readonly Operator[]
  /** What it may be, where that is a list. */
  options: FilterOption[]
}

/** Everything one can filter by: the fields of a ticket, then the questions of the forms, once they are wanted. */
export function useFilterFields({ withQuestions }: { withQuestions: boolean }): FilterField[] {
  const categories = useQuery(catalogueQueries.categories()).data ?? []
  const studios = useQuery(catalogueQueries.studios()).data ?? []
  const lookups = useQuery({ ...catalogueQueries.lookups(), enabled: withQuestions }).data ?? []
  const questions = useQuery({ ...catalogueQueries.questions(), enabled: withQuestions }).data ?? []
  const tags = useQuery({ ...tagsQuery(''), enabled: withQuestions }).data ?? []
  const assignable = useQuery(assignableQuery()).data
  const known: Partial<Record<TicketFieldKey, FilterOption[]>> = {
    ...fixedOptions,
    tag: [...tags.map(({ name }) => ({ value: name, label: name })), { value: 'none', label: 'No tag' }],
    category: named(categories),
    subcategory: named(categories.flatMap(({ subcategories }) => subcategories)),
    studio: named(studios),
    team: [{ value: 'mine', label: 'My team' }, ...named(assignable?.teams ?? []), none],
    assignee: [...someone(assignable), none],
    reporter: someone(assignable),
    watcher: someone(assignable),
    // the others are asked of the server
    client: [{ value: 'none', label: 'No client' }],
  }
  return [
    ...keys.map((key): FilterField => {
      const options = known[key] ?? []
      const kind = kindOf(key)
      return {
        key,
        label: ticketFields[key].label,
        kind,
        operators: kind === 'options' ? ['is'] : operatorsOf(key),
        options,
      }
    }),
    ...questions.filter(({ type }) => type !== 'file').map((question) => fieldOfQuestion(question, lookups)),
  ]
}

const keys = Object.keys(ticketFields) as TicketFieldKey[]

const unanswered: FilterOption = { value: 'none', label: 'Not answered' }
const none: FilterOption = { value: 'none', label: 'Nobody' }
const named = (items: { id: string; name: string }[]): FilterOption[] =>
  items.map(({ id, name }) => ({ value: id, label: name }))
const someone = (assignable: Answer<typeof people.assignable> | undefined): FilterOption[] => [
  { value: 'me', label: 'Me' },
  ...named(assignable?.people ?? []),
]
const labelled = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const fixedOptions: Partial<Record<TicketFieldKey, FilterOption[]>> = {
  status: TicketStatus.options.map((status) => ({
    value: status,
    label: statusLabel[status],
    mark: createElement(StatusIcon, { status }),
  })),
  priority: Priority.options.toReversed().map((priority) => ({
    value: priority,
    label: priorityLabel[priority],
    mark: createElement(PriorityIcon, { priority }),
  })),
  is: labelled({ open: 'Open', overdue: 'Overdue', unanswered: 'Without a response', escalated: 'Escalated' }),
  source: [...labelled(sourceLabel), { value: 'none', label: 'Not said' }],
  mood: [...labelled(clientMoodLabel), { value: 'none', label: 'Not said' }],
  informed: labelled({ yes: 'Yes', no: 'No' }),
  level: labelled({ 0: 'Not escalated', 1: 'Manager', 2: 'Directors' }),
}

function kindOf(key: TicketFieldKey): FilterField['kind'] {
  const { kind } = fieldOf(key)
  return kind === 'time' || kind === 'text' ? kind : 'options'
}

function fieldOfQuestion(question: Question, lookups: { id: string; kind: string; name: string }[]): FilterField {
  const { key, label, type, of } = question
  const options =
    type === 'checkbox'
      ? labelled({ true: 'Yes', false: 'No' })
      : type === 'rating'
        ? labelled({ 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' })
        : of
          ? named(lookups.filter(({ kind }) => kind === of))
          : question.options
  const [kind, operators]: [FilterField['kind'], Operator[]] =
    type === 'rating' || type === 'number'
      ? [type === 'rating' ? 'options' : 'number', ['is', 'before', 'after']]
      : type === 'date' || type === 'datetime'
        ? ['time', ['before', 'after']]
        : options.length > 0
          ? ['options', ['is']]
          : ['text', ['contains', 'is']]
  const isChoice = kind === 'options' && type !== 'rating'
  return { key: `form.${key}`, label, kind, operators, options: isChoice ? [...options, unanswered] : options }
}
