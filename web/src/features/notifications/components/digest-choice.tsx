import type { ChangeNotificationPreferences, NotificationPreferences } from '@physique57/contracts'
import { Field } from '../../../components/ui/field.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { TimeSelect } from './time-select.tsx'

interface DigestChoiceProps {
  digest: NotificationPreferences['digest']
  onChange: (digest: NonNullable<ChangeNotificationPreferences['digest']>) => void
}

const rhythms = [
  { value: 'hour', label: 'Every hour' },
  { value: 'day', label: 'Once a day' },
] as const

export function DigestChoice({ digest: { every, at }, onChange }: DigestChoiceProps) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4 max-md:grid">
      <Field label="How often" group>
        <Segments value={every} onChange={(value) => onChange({ every: value })} options={rhythms} />
      </Field>
      {every === 'day' && (
        <Field label="At">
          <TimeSelect value={at} onChange={(value) => onChange({ at: value })} />
        </Field>
      )}
    </div>
  )
}
