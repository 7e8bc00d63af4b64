import type { TicketStatus } from '@physique57/contracts'
import { Inbox } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Cell, type Column, LoadingRows, Row, RowNote, Table, type TableSort } from '../../../components/ui/table.tsx'
import { OfflineError } from '../../../lib/problem.ts'
import { Status } from '../../tickets/status.tsx'
import { Exhibit, Show } from '../exhibit.tsx'

type Key = 'number' | 'title' | 'status' | 'age'

const columns: Column<Key>[] = [
  { key: 'number', name: 'No.', width: 'w-16', isSortable: true },
  { key: 'title', name: 'Title', isSortable: true },
  { key: 'status', name: 'Status', width: 'w-[116px] touch:w-[132px]' },
  { key: 'age', name: 'Age', width: 'w-[64px] touch:w-[72px]', alignsRight: true, isSortable: true },
]

interface Shown {
  number: number
  title: string
  status: TicketStatus
  age: number
}

const tickets: Shown[] = [
  { number: 4802, title: 'AC on the main floor blowing warm air', status: 'assigned', age: 2 },
  { number: 4803, title: 'Charged twice for the October package', status: 'new', age: 3 },
  { number: 4804, title: 'शावर में गरम पानी नहीं आ रहा है', status: 'in_progress', age: 5 },
  {
    number: 4805,
    title: 'Trainer came twelve minutes late to the 7:00 class, again, and left before the stretch',
    status: 'pending',
    age: 9,
  },
]

export function TableExhibit() {
  const [sort, setSort] = useState<TableSort<Key>>({ by: 'age', descending: false })
  const sorted = tickets.toSorted((one, other) => compare(one[sort.by], other[sort.by]) * (sort.descending ? -1 : 1))
  return (
    <Exhibit
      title="Table"
      code="Table, Row, Cell, LoadingRows, RowNote"
      about="Rows of 32 or 40 px under a head that stays in sight; pressing a name sorts by it. The states of a row combine. On a phone a list of tickets is no table but two lines each."
      span="full"
    >
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-2">
        <Framed name="Sorted by pressing a name">
          <Table label="Tickets, sorted" columns={columns} sort={sort} onSort={setSort}>
            {sorted.map((ticket) => (
              <Row key={ticket.number}>
                <Cells {...ticket} />
              </Row>
            ))}
          </Table>
        </Framed>
        <Framed name="States of a row">
          <Show state="hover" on="tbody tr:nth-child(2)">
            <Table label="Tickets, in each state" columns={columns}>
              <Row>
                <Cells number={4802} title="Rest" status="assigned" age={2} />
              </Row>
              <Row>
                <Cells number={4803} title="Hover" status="new" age={3} />
              </Row>
              <Row isSelected>
                <Cells number={4805} title="Selected" status="in_progress" age={4} />
              </Row>
              <Row isOpen>
                <Cells number={4806} title="Open beside the list" status="pending" age={5} />
              </Row>
              <Row isChanged>
                <Cells number={4807} title="Changed since you looked" status="reopened" age={6} />
              </Row>
              <Row isWaiting>
                <Cells number={4808} title="Waiting to be sent, offline" status="new" age={7} />
              </Row>
              <Row isGone>
                <Cells number={4809} title="Left this list a moment ago" status="resolved" age={8} />
              </Row>
            </Table>
          </Show>
        </Framed>
        <Framed name="Comfortable, 40 px">
          <Table label="Tickets, comfortable" columns={columns} density="comfortable">
            {tickets.map((ticket) => (
              <Row key={ticket.number}>
                <Cells {...ticket} />
              </Row>
            ))}
          </Table>
        </Framed>
        <Framed name="Loading">
          <Table label="Tickets, loading" columns={columns} density="comfortable">
            <LoadingRows count={4} />
          </Table>
        </Framed>
        <Framed name="Empty">
          <Table label="Tickets, none" columns={columns}>
            <RowNote>
              <EmptyState icon={Inbox} title="Nothing overdue" heading="h3">
                Tickets appear here once their due time has passed.
              </EmptyState>
            </RowNote>
          </Table>
        </Framed>
        <Framed name="Failed">
          <Table label="Tickets, failed" columns={columns}>
            <RowNote>
              <ErrorState title="The list could not be loaded" error={new OfflineError()} onRetry={() => undefined} />
            </RowNote>
          </Table>
        </Framed>
      </div>
    </Exhibit>
  )
}

function Framed({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2 text-sm text-ink-3">{name}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section aria-label={name} tabIndex={0} className="focus-inside overflow-x-auto">
        <div className="min-w-110">{children}</div>
      </section>
    </div>
  )
}

function Cells({ number, title, status, age }: Shown) {
  return (
    <>
      <Cell className="num text-ink-3 text-sm">{number}</Cell>
      <Cell title={title}>
        <span className="clip block">{title}</span>
      </Cell>
      <Cell>
        <Status status={status} />
      </Cell>
      <Cell isMeta alignsRight>
        {age} h
      </Cell>
    </>
  )
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
