import { statusLabel, type TicketStatus } from '@physique57/contracts'
import { useState } from 'react'
import { Tabs } from '../../../components/ui/tabs.tsx'
import { countOf } from './lane.tsx'
import { LaneCards } from './lane-cards.tsx'
import type { LanesProps } from './lanes.tsx'

/** One column at a time, the others a tap away. */
export function PhoneLanes({ columns, search, onMove, order, isLoadingMore, loadMore }: LanesProps) {
  const [chosen, setChosen] = useState<TicketStatus | null>(null)
  const column =
    columns.find(({ status }) => status === chosen) ?? columns.find(({ items }) => items.length > 0) ?? columns[0]
  if (!column) return null
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Tabs
        label="Columns"
        value={column.status}
        onChange={setChosen}
        tabs={columns.map((each) => ({ value: each.status, label: statusLabel[each.status], count: countOf(each) }))}
      />
      <div className="min-h-0 flex-1 overflow-y-auto bg-frame p-2">
        <LaneCards
          column={column}
          search={search}
          onMove={onMove}
          order={order}
          isLoadingMore={isLoadingMore(column.status)}
          loadMore={loadMore(column.status)}
        />
      </div>
    </div>
  )
}
