import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Which option of a list the arrows have come to, while the focus stays in the text that narrows it. The options have the ids
 * `${listId}-0` and so on.
 */
export function useActiveOption(listId: string, count: number, list: RefObject<HTMLElement | null>, start = 0) {
  const [at, setAt] = useState(start)
  const isByPointer = useRef(false)
  const current = Math.min(at, Math.max(0, count - 1))
  const activeId = count > 0 ? `${listId}-${current}` : undefined
  useEffect(() => {
    // what the pointer is on must not run away from it
    if (!activeId || isByPointer.current) return
    list.current?.querySelector(`[id="${activeId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, list])
  const go = (index: number, byPointer: boolean) => {
    isByPointer.current = byPointer
    setAt(index)
  }
  /** True for a key it took. */
  const move = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    if (count === 0 || ctrlKey || metaKey || shiftKey) return false
    if (key === 'ArrowDown') go((current + 1) % count, false)
    else if (key === 'ArrowUp') go((current + count - 1) % count, false)
    else return false
    return true
  }
  return { current, activeId, move, point: (index: number) => go(index, true), restart: () => go(0, false) }
}
