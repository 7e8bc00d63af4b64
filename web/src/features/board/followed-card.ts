import type { Id } from '@physique57/contracts'
import { useEffect } from 'react'
import { linkTo } from '../tickets/list/focused-row.ts'

let followed: Id | null = null

/** A card in another column is another element, and another again when the server has answered: the focus goes along to it. */
export const followCard = (id: Id): void => {
  followed = id
  document.addEventListener('focusin', letGo)
}

/** Until it goes to something else. */
function letGo({ target }: FocusEvent): void {
  if (followed && target === linkTo(followed)) return
  followed = null
  document.removeEventListener('focusin', letGo)
}

export function useFollowed(id: Id): void {
  useEffect(() => {
    if (followed === id && document.activeElement === document.body) linkTo(id)?.focus({ preventScroll: true })
  }, [id])
}
