import { useState } from 'react'

/** The steps that ask something first. */
export type TicketDialog = 'edit' | 'resolve' | 'escalate' | 'reopen' | 'merge' | 'delete'

/** Which of a ticket's dialogs is open; at most one. */
export function useTicketDialogs() {
  const [open, setOpen] = useState<TicketDialog | null>(null)
  return { open, show: setOpen, hide: () => setOpen(null) }
}
export type TicketDialogs = ReturnType<typeof useTicketDialogs>
