import type { FormField, Id } from '@physique57/contracts'
import { FileUploader } from '../../files/components/file-uploader.tsx'
import { useUploads } from '../../files/use-uploads.ts'
import { NEW_TICKET_FILES } from './new-ticket.ts'

interface FileInputProps {
  field: Extract<FormField, { type: 'file' }>
  value: Id[]
  onChange: (ids: Id[]) => void
}

/** Files as the answer to a question. */
export function FileInput({ field, value, onChange }: FileInputProps) {
  const uploads = useUploads(`${NEW_TICKET_FILES}:answers.${field.key}`, value, onChange)
  return <FileUploader uploads={uploads} photos={field.accept === 'image'} />
}
