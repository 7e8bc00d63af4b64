import { Priority, priorityLabel, statusLabel, TicketStatus } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { createElement, type ReactNode } from 'react'
import { assignableQuery, catalogueQueries } from '../../catalogue/api.ts'
import type { FilterField } from '../ticket-search.ts'
import { PriorityIcon } from './priority.tsx'
import { StatusIcon } from './status.tsx'

export interface FilterChoice {
  label: string
  options: { value: string; label: string; mark?: ReactNode }[]
}

const named = (items: { id: string; name: string }[] | undefined) =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }))

/** What each filter can be set to. */
export function useFilterChoices(): Record<FilterField, FilterChoice> {
  const categories = useQuery(catalogueQueries.categories())
  const studios = useQuery(catalogueQueries.studios())
  const assignable = useQuery(assignableQuery())
  return {
    status: {
      label: 'Status',
      options: TicketStatus.options.map((status) => ({
        value: status,
        label: statusLabel[status],
        mark: createElement(StatusIcon, { status }),
      })),
    },
    priority: {
      label: 'Priority',
      options: Priority.options.toReversed().map((priority) => ({
        value: priority,
        label: priorityLabel[priority],
        mark: createElement(PriorityIcon, { priority }),
      })),
    },
    categoryId: { label: 'Category', options: named(categories.data) },
    studioId: { label: 'Studio', options: named(studios.data) },
    teamId: { label: 'Team', options: named(assignable.data?.teams) },
  }
}
