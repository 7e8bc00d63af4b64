import type { TicketGroup } from '@physique57/contracts'
import { useState } from 'react'
import { create } from 'zustand'
import { openAtFirst } from '../ticket-groups.ts'

interface Chosen {
  /** Of which list, so that coming back to it finds the same groups open. */
  list: string
  open: readonly string[]
}

const useChosen = create<Chosen>(() => ({ list: '', open: [] }))

/** Which groups of a list are open. Counts that change later open and close nothing. */
export function useOpenGroups(list: string, groups: readonly TicketGroup[], isProvisional: boolean) {
  const chosen = useChosen((state) => (state.list === list ? state.open : null))
  const [first, setFirst] = useState<readonly string[] | null>(null)
  if (!first && !isProvisional && groups.length > 0) setFirst(openAtFirst(groups))
  const open = chosen ?? first ?? []
  const isOpen = (value: string) => open.includes(value)
  const setOpen = (value: string, wanted: boolean) =>
    useChosen.setState({ list, open: [...open.filter((each) => each !== value), ...(wanted ? [value] : [])] })
  return { isOpen, setOpen }
}
