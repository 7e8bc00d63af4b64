import type { Menu } from '@base-ui/react/menu'
import { createContext, useContext } from 'react'

/** Base UI's parts, handed down by the loaded menu, so that entries can be named in a page without loading them. */
export const MenuParts = createContext<typeof Menu | null>(null)

export function useMenuParts(): typeof Menu {
  const parts = useContext(MenuParts)
  if (!parts) throw new Error('Menu entries belong in a Menu')
  return parts
}
