import type { Id } from '@physique57/contracts'
import { useEffect } from 'react'
import { linkTo } from '../tickets/list/focused-row.ts'

let followed: Id | null = null

/** A card in another column is another element: the focus goes along to it, unless it went elsewhere meanwhile. */
export const followCard = (id: Id) => {
  followed = id
}

export function useFollowed(id: Id): void {
  useEffect(() => {
    if (followed !== id) return
    followed = null
    if (document.activeElement === document.body) linkTo(id)?.focus({ preventScroll: true })
  }, [id])
}
