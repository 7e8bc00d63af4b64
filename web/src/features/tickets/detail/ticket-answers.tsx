import type { Ticket } from '@physique57/contracts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { Attachments } from '../../files/components/attachments.tsx'
import { describeAnswer } from '../describe-answer.ts'
import { Fact, Facts, Section } from '../section.tsx'
import { filesIn } from './answered-files.ts'

/** What was answered to the questions of the subcategory. */
export function TicketAnswers({ ticket }: { ticket: Ticket }) {
  const zone = useTimeZone()
  const answered = ticket.form.fields.flatMap((field) => {
    const value = ticket.answers[field.key]
    return value === undefined ? [] : [{ field, value }]
  })
  if (answered.length === 0) return null
  return (
    <Section title="Answers" note={`${ticket.subcategory.name}, form ${ticket.form.version}`}>
      <Facts isWide>
        {answered.map(({ field, value }) => (
          <Fact key={field.key} name={field.label}>
            {field.type === 'file' ? (
              <Attachments ticketId={ticket.id} files={filesIn(ticket, value)} />
            ) : (
              describeAnswer(field, value, ticket.lookupNames, zone)
            )}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
