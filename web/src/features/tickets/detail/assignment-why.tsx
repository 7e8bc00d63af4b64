import type { Ticket } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { cx } from '../../../lib/cx.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { Section } from '../section.tsx'

/** Why this person has it: the sentence, the rule, and everyone who was considered with their load at that moment. */
export function AssignmentWhy({ ticket: { assignment, assignee } }: { ticket: Ticket }) {
  const myId = useAuth((auth) => auth.user?.id)
  if (!assignment) return null
  return (
    <Section title={assignee?.id === myId ? 'Why me?' : `Why ${assignee?.name ?? 'nobody'}?`}>
      <p className="text-ink-2 text-sm touch:text-base">
        {assignment.reason.replace(/\.?$/, '.')}
        {assignment.rule && ` Rule: ${assignment.rule}.`}{' '}
        <Time at={assignment.at} format="short" className="text-ink-3" />
      </p>
      {assignment.candidates.length > 0 && (
        <table className="num mt-2 w-full text-sm touch:text-base">
          <caption className="sr-only">Who was considered</caption>
          <thead className="text-ink-3 text-xs touch:text-sm">
            <tr>
              <th scope="col" className="text-left font-normal">
                Considered
              </th>
              <th scope="col" className="text-right font-normal">
                Load then
              </th>
            </tr>
          </thead>
          <tbody>
            {assignment.candidates.map(({ person, load, available }) => (
              <tr
                key={person.id}
                className={cx(!available && 'text-ink-3', person.id === assignee?.id && 'font-medium')}
              >
                <td className="py-1">
                  <span className="flex items-center gap-1.5">
                    <Avatar person={person} size={20} />
                    {person.name}
                    {!available && ', not available'}
                  </span>
                </td>
                <td className="py-1 text-right">{load}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
