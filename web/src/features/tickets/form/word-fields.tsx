import { Input, Textarea } from '../../../components/ui/input.tsx'
import { TicketField } from './ticket-field.tsx'

/** The report in words. The placeholder is the title it gets when none is given. */
export function WordFields({ titlePlaceholder }: { titlePlaceholder: string }) {
  return (
    <div className="grid gap-5 touch:gap-4">
      <TicketField name="title" label="Title" optional>
        {(field) => <Input {...field} placeholder={titlePlaceholder} autoComplete="off" />}
      </TicketField>
      <TicketField name="description" label="Description" optional>
        {(field) => <Textarea {...field} placeholder="What happened, in the client’s words" />}
      </TicketField>
    </div>
  )
}
