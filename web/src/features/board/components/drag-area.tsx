import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  MeasuringStrategy,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { TicketStatus, TicketSummary } from '@physique57/contracts'
import type { ReactNode } from 'react'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { announcementsFor, instructions, statusOf } from '../announcements.ts'
import { toNextLane } from '../lane-keys.ts'
import { wayTo } from '../move-to.ts'
import { LiftedCard } from './board-card.tsx'

interface DragAreaProps {
  find: (id: string) => TicketSummary | undefined
  lifted: TicketSummary | undefined
  /** `y`: where it was lifted, from the top of the screen. */
  onLift: (ticket: TicketSummary, y: number) => void
  onLetGo: () => void
  onDrop: (ticket: TicketSummary, to: TicketStatus) => void
  children: ReactNode
}

/** Within it tickets are lifted and dropped: mouse, long press, or Space and arrows. */
export function DragArea({ find, lifted, onLift, onLetGo, onDrop, children }: DragAreaProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextLane,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  )
  // whoever puts a card back keeps what they selected; the sensor itself hears the key as well
  useShortcuts(lifted ? [{ keys: 'Escape', label: 'Put the card back', group: 'Board', run: () => {} }] : [])
  const lift = ({ active }: DragStartEvent) => {
    const ticket = find(String(active.id))
    if (ticket) onLift(ticket, active.rect.current.initial?.top ?? 0)
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const ticket = find(String(active.id))
    const to = statusOf(over?.id)
    onLetGo()
    // what is not possible was said before the drop
    if (ticket && to && to !== ticket.status && wayTo(ticket, to).verb) onDrop(ticket, to)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      accessibility={{
        announcements: announcementsFor((id) => find(String(id))),
        screenReaderInstructions: instructions,
      }}
      onDragStart={lift}
      onDragEnd={drop}
      onDragCancel={onLetGo}
    >
      {children}
      <DragOverlay dropAnimation={null}>{lifted && <LiftedCard ticket={lifted} />}</DragOverlay>
    </DndContext>
  )
}

/** Where the pointer is counts, not where the card is; with keys there is no pointer. */
const underPointer: CollisionDetection = (args) => (args.pointerCoordinates ? pointerWithin(args) : closestCenter(args))
