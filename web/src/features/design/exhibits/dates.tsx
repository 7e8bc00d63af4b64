import { useState } from 'react'
import { DateInput } from '../../../components/ui/date-input.tsx'
import { DateTimeInput } from '../../../components/ui/date-time-input.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { Skeleton } from '../../../components/ui/skeleton.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { Exhibit, Fields, Line, Picture } from '../exhibit.tsx'

const Calendar = lazyPart(() => import('../../../components/ui/calendar.tsx'))

export function DateExhibit() {
  const [day, setDay] = useState<string | null>('2026-11-20')
  const [noDay, setNoDay] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>('2026-11-20T01:35:00.000Z')
  const [noTime, setNoTime] = useState<string | null>(null)
  return (
    <Exhibit
      title="Dates and times"
      code="DateInput, DateTimeInput, TimeInput, Calendar, Time"
      about="Typed as one writes them in India or picked from a calendar whose weeks begin on Monday; shown in the reader's own zone."
    >
      <Fields>
        <Field label="Renews on">
          <DateInput value={day} onChange={setDay} />
        </Field>
        <Field label="Date of birth" optional>
          <DateInput value={noDay} onChange={setNoDay} />
        </Field>
        <Field label="First noticed" error="In the future. It is 18:42 now.">
          <DateTimeInput value={at} onChange={setAt} />
        </Field>
        <Field label="Follow up" optional>
          <DateTimeInput value={noTime} onChange={setNoTime} />
        </Field>
        <Field label="Logged, not to be changed">
          <DateTimeInput value="2026-11-20T01:35:00.000Z" onChange={() => undefined} disabled />
        </Field>
      </Fields>
      <Picture className="flex justify-center">
        <div className="rounded-lg bg-raised p-2 shadow-overlay">
          <Part fallback={<Skeleton className="h-66 w-56" />}>
            <Calendar day="2026-11-20" today="2026-11-21" onPick={() => undefined} />
          </Part>
        </div>
      </Picture>
      <Line name="Time">
        <Time at={new Date(Date.now() - 4 * 3_600_000).toISOString()} className="num mr-3" />
        <Time at="2026-11-14T06:00:00Z" format="short" className="num mr-3" />
        <Time at="2026-11-21T12:01:00Z" format="full" />
      </Line>
    </Exhibit>
  )
}
