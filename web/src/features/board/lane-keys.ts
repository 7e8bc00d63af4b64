import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrows carry a lifted ticket from column to column, whatever their widths. */
export const toNextLane: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = steps[event.code]
  if (!step) return undefined
  event.preventDefault()
  const { droppableRects, collisionRect, over } = context
  if (!collisionRect) return undefined
  const lanes = [...droppableRects].sort(([, a], [, b]) => a.left - b.left || a.top - b.top)
  const at = lanes.findIndex(([id]) => id === over?.id)
  const next = lanes[Math.min(lanes.length - 1, Math.max(0, at + step))]?.[1]
  if (!next) return undefined
  // its middle over the column's middle, as far up as it is
  const isStacked = lanes.every(([, { left }]) => left === next.left)
  return {
    x: next.left + next.width / 2 - collisionRect.width / 2,
    y: isStacked ? next.top + next.height / 2 - collisionRect.height / 2 : currentCoordinates.y,
  }
}
