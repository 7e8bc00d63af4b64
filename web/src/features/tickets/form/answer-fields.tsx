import { type Form, type FormField, visibleFields } from '@physique57/contracts'
import { useWatch } from 'react-hook-form'
import { cx } from '../../../lib/cx.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { AnswerInput, isGroup } from './answer-input.tsx'
import type { NewTicketValues } from './new-ticket.ts'
import { TicketField } from './ticket-field.tsx'

/** The questions of the chosen subcategory that show for the answers given so far. */
export default function AnswerFields({ form }: { form: Form }) {
  const answers = useWatch<NewTicketValues, 'answers'>({ name: 'answers' })
  const fields = visibleFields(form.fields, answers)
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-6">
        {fields.map((field) => (
          <AnswerField key={field.key} field={field} />
        ))}
      </div>
    </div>
  )
}

function AnswerField({ field }: { field: FormField }) {
  const isPhone = useIsPhone()
  const isQuestion = field.type !== 'checkbox'
  return (
    <TicketField
      name={`answers.${field.key}`}
      label={field.label}
      optional={!field.required && isQuestion}
      help={field.help}
      group={isGroup(field, isPhone)}
      past={field.type === 'datetime' && field.notInFuture === true}
      clearable={!field.required && isOneChoice(field)}
      className={cx('content-start', span(field))}
    >
      {(input) => (
        <AnswerInput field={field} value={input.value ?? null} onChange={input.onChange} onBlur={input.onBlur} />
      )}
    </TicketField>
  )
}

const isOneChoice = ({ type }: FormField): boolean => ['radio', 'select', 'rating', 'lookup'].includes(type)

/** Of six columns, where there is room for them: what is short stands three in a row, as people fill in a paper form. */
function span(field: FormField): string {
  if (field.type === 'radio') {
    const letters = field.options.reduce((sum, option) => sum + option.label.length + 4, 0)
    return letters > 44 ? '@lg:col-span-6' : letters > 20 ? '@lg:col-span-3' : '@lg:col-span-2'
  }
  if (field.type === 'textarea' || field.type === 'multiselect' || field.type === 'file') return '@lg:col-span-6'
  return field.type === 'text' || field.type === 'email' || field.type === 'checkbox'
    ? '@lg:col-span-3'
    : '@lg:col-span-2'
}
