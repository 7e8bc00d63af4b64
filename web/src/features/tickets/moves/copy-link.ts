import { type Id, ticketPath } from '@physique57/contracts'
import { toast } from '../../../components/ui/toast.tsx'

/** Puts a link to a ticket, or to one of its responses, on the clipboard. `what` says which. */
export function copyLink(what: string, ticketId: Id, responseId?: Id): void {
  const link = window.location.origin + ticketPath(ticketId, responseId)
  const failed = (): void => void toast.error('The link could not be copied', { description: link })
  // plain http on another host has no clipboard
  if (!navigator.clipboard) failed()
  else navigator.clipboard.writeText(link).then(() => toast.info(`Link to ${what} copied`), failed)
}
