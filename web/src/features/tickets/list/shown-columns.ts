import {
  isFormColumn,
  TicketColumnKey as TicketColumn,
  type TicketColumnKey,
  type TicketFiltersSent,
  usualColumns,
} from '@physique57/contracts'
import { useMemo } from 'react'
import { useAuth } from '../../../stores/auth-store.ts'
import { useUi } from '../../../stores/ui-store.ts'
import type { TicketSearch } from '../ticket-search.ts'

/** What the list shows: as its address says, else as the person likes it on this device, else as everybody sees it first. */
export function useShownColumns({ columns }: TicketSearch): TicketColumnKey[] {
  const userId = useAuth((auth) => auth.user?.id ?? '')
  const kept = useUi((ui) => ui.columns[userId])
  const written = columns ?? kept
  return useMemo(() => readColumns(written) ?? [...usualColumns], [written])
}

/** The same, outside of what is drawn. */
export function shownColumns({ columns }: TicketSearch): TicketColumnKey[] {
  const userId = useAuth.getState().user?.id ?? ''
  return readColumns(columns ?? useUi.getState().columns[userId]) ?? [...usualColumns]
}

/** Columns that were chosen; those of another version are left out, and the title, which leads to the ticket, never is. */
function readColumns(written: string | undefined): TicketColumnKey[] | undefined {
  if (!written) return undefined
  const known = written.split(',').flatMap((key) => TicketColumn.safeParse(key).data ?? [])
  const columns = [...new Set(known)].slice(0, MOST)
  if (columns.length === 0) return undefined
  return columns.includes('title') ? columns : ['title', ...columns]
}

/** Rows carry the answers that are shown; what else is shown they have anyway. */
export function withAnswers(filters: TicketFiltersSent, columns: readonly TicketColumnKey[]) {
  const answers = columns.filter(isFormColumn).sort().join()
  return { ...filters, ...(answers && { columns: answers }) }
}

/** As the address says it; nothing where they are the usual ones. */
export function writeColumns(columns: readonly TicketColumnKey[]): string | undefined {
  const written = columns.join(',')
  return written === usualColumns.join(',') ? undefined : written
}

const MOST = 30
