import type { Category, FieldError, Id, Studio, Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useWatch } from 'react-hook-form'
import { DateTimeInput } from '../../../components/ui/date-time-input.tsx'
import { Input, Textarea } from '../../../components/ui/input.tsx'
import { catalogueQueries } from '../../catalogue/api.ts'
import { AboutFields } from './about-fields.tsx'
import AnswerFields from './answer-fields.tsx'
import { CircumstanceFields } from './circumstance-fields.tsx'
import { ClientSection } from './client-section.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { NewTicketValues } from './new-ticket.ts'
import { SubcategoryForm } from './subcategory-form.tsx'
import { TicketField } from './ticket-field.tsx'

interface EditTicketFieldsProps {
  /** As it was when editing began. */
  ticket: Ticket
  /** Otherwise only what was reported can be corrected. */
  mayWork: boolean
  categories: Category[]
  studios: Studio[]
  titleInput: RefObject<HTMLInputElement | null>
  onSubcategory: (id: Id) => void
  onChoose: (values: Partial<NewTicketValues>) => void
  errors: (FieldError & { label: string })[]
  failure: Error | undefined
  summary: RefObject<HTMLDivElement | null>
}

export function EditTicketFields(props: EditTicketFieldsProps) {
  const { ticket, mayWork, categories, studios, titleInput, onSubcategory, onChoose, errors, failure, summary } = props
  const subcategoryId = useWatch<NewTicketValues, 'subcategoryId'>({ name: 'subcategoryId' })
  const isOther = subcategoryId !== null && subcategoryId !== ticket.subcategory.id
  const questions = useQuery({ ...catalogueQueries.form(subcategoryId ?? ''), enabled: isOther })
  const name = categories.flatMap((category) => category.subcategories).find((each) => each.id === subcategoryId)?.name

  return (
    <>
      {(errors.length > 0 || failure) && (
        <ErrorSummary
          ref={summary}
          title={
            failure
              ? 'It was not saved'
              : errors.length === 1
                ? 'One field to correct'
                : `${errors.length} fields to correct`
          }
          failure={failure}
          errors={errors}
        />
      )}
      <TicketField name="title" label="Title">
        {(field) => <Input {...field} ref={titleInput} autoFocus autoComplete="off" />}
      </TicketField>
      <TicketField name="description" label="Description" optional>
        {(field) => <Textarea {...field} placeholder="What happened, in the client’s words" />}
      </TicketField>
      {mayWork ? (
        <>
          <AboutFields
            categories={categories}
            studios={studios}
            onSubcategory={onSubcategory}
            startsWithPicker={false}
          />
          {isOther ? (
            <>
              <p className="rounded-lg bg-frame px-3 py-2 text-ink-2 text-sm touch:text-base">
                The ticket gets the questions of {name}. Its present answers stay in its activity.
              </p>
              <SubcategoryForm query={questions} name={name} />
            </>
          ) : (
            ticket.form.fields.length > 0 && (
              <section aria-label="Answers" className="border-line border-y py-4">
                <AnswerFields form={ticket.form} />
              </section>
            )
          )}
          <CircumstanceFields form={isOther ? questions.data : ticket.form} />
        </>
      ) : (
        <TicketField name="occurredAt" label="When it happened" optional past>
          {(field) => <DateTimeInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />}
        </TicketField>
      )}
      <ClientSection choose={onChoose} showsEarlier={false} />
    </>
  )
}
