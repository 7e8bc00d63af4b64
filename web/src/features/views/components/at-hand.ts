import type { Me } from '@physique57/contracts'
import type { TicketSearch } from '../../tickets/ticket-search.ts'
import type { OpenedList } from '../use-opened-list.ts'

/** A new view of what is on screen, a copy of the one that is open, or its name and who sees it. */
export type ViewDialogKind = 'create' | 'copy' | 'edit'

/** The list on screen, for all that can be done with it as a view. */
export interface ListAtHand {
  user: Me
  opened: OpenedList
  /** Goes to the address of a list. */
  onOpen: (address: TicketSearch) => void
  /** The dialog that is open. */
  asking: ViewDialogKind | null
  onAsk: (kind: ViewDialogKind | null) => void
}
