import { type Control, useController } from 'react-hook-form'
import { useFileDrop } from '../../files/use-file-drop.ts'
import { useUploads } from '../../files/use-uploads.ts'
import { useWhenArrived } from '../use-when-arrived.ts'
import { NEW_TICKET_FILES, type NewTicketValues } from './new-ticket.ts'

/** Files of the ticket that is being written: the whole form takes what is dropped or pasted. */
export function useTicketFiles(control: Control<NewTicketValues>) {
  const { field } = useController({ control, name: 'attachmentIds' })
  const uploads = useUploads(`${NEW_TICKET_FILES}:attachments`, field.value, field.onChange)
  const { target } = useFileDrop(uploads.add)
  return { uploads, target, ...useWhenArrived(NEW_TICKET_FILES) }
}
