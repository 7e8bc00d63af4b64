import { type Form, sourceLabel, TicketSource } from '@physique57/contracts'
import { DateTimeInput } from '../../../components/ui/date-time-input.tsx'
import { Textarea } from '../../../components/ui/input.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { TagsIfWanted } from '../../tags/components/tags-if-wanted.tsx'
import { TicketField } from './ticket-field.tsx'

const sourceOptions = TicketSource.options.map((source) => ({ value: source, label: sourceLabel[source] }))

/** How it reached us, when it happened, what was done on the spot and when to come back to it. */
export function CircumstanceFields({ form }: { form: Form | undefined }) {
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-3">
        <TicketField name="source" label="How it was reported" optional clearable>
          {(field) => <Select value={field.value} onChange={field.onChange} options={sourceOptions} />}
        </TicketField>
        {!asksWhen(form) && (
          <TicketField name="occurredAt" label="When it happened" optional past>
            {(field) => <DateTimeInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />}
          </TicketField>
        )}
        <TicketField name="followUpAt" label="Follow up" optional>
          {(field) => (
            <DateTimeInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} usualTime="09:00" />
          )}
        </TicketField>
        <TicketField name="tags" label="Tags" optional group className="@lg:col-span-3">
          {(field) => <TagsIfWanted value={field.value} onChange={field.onChange} />}
        </TicketField>
        <TicketField name="actionTaken" label="Action taken on the spot" optional className="@lg:col-span-3">
          {(field) => <Textarea {...field} rows={2} />}
        </TicketField>
      </div>
    </div>
  )
}

/** Nobody is asked the same thing twice. */
const asksWhen = (form: Form | undefined): boolean =>
  form?.fields.some((field) => field.type === 'datetime' && field.required && field.notInFuture) ?? false
