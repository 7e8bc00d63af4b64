import type { Form } from '@physique57/contracts'
import { FileUploader } from '../../files/components/file-uploader.tsx'
import type { Uploads } from '../../files/use-uploads.ts'
import { TicketField } from './ticket-field.tsx'

/** Photos and files of the ticket itself. A form that asks for some has its own place; then this one shows once it holds any. */
export function TicketFiles({ form, uploads }: { form: Form | undefined; uploads: Uploads }) {
  const isAskedFor = form?.fields.some(({ type }) => type === 'file')
  if (isAskedFor && uploads.count === 0) return null
  return (
    <TicketField name="attachmentIds" label="Photos and files" optional group>
      {() => <FileUploader uploads={uploads} />}
    </TicketField>
  )
}
