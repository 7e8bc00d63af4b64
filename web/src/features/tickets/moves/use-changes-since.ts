import type { Ticket } from '@physique57/contracts'
import { useState } from 'react'
import type { Change } from '../../../components/ui/changed-notice.tsx'
import { whatChanged } from './what-changed.ts'

/** What others changed since a dialog was opened, so that nobody decides on what is no longer so. */
export function useChangesSince(ticket: Ticket, isOpen: boolean): Change[] {
  const [seen, setSeen] = useState({ ticket, isOpen })
  if (seen.isOpen !== isOpen) setSeen({ ticket, isOpen })
  return isOpen && seen.isOpen ? whatChanged(seen.ticket, ticket) : []
}
