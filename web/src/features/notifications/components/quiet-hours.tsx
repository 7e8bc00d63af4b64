import type { NotificationPreferences } from '@physique57/contracts'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { TimeSelect } from './time-select.tsx'

type Quiet = NotificationPreferences['quietHours']

const nights = { from: '22:00', to: '07:00' }

export function QuietHours({ value, onChange }: { value: Quiet; onChange: (value: Quiet) => void }) {
  return (
    <div className="grid gap-4">
      <Checkbox checked={value !== null} onChange={(on) => onChange(on ? nights : null)}>
        Keep mail for later during these hours
      </Checkbox>
      {value && (
        <div className="flex gap-4 max-md:grid max-md:grid-cols-2">
          <Field label="From">
            <TimeSelect value={value.from} onChange={(from) => from !== value.to && onChange({ ...value, from })} />
          </Field>
          <Field label="To">
            <TimeSelect value={value.to} onChange={(to) => to !== value.from && onChange({ ...value, to })} />
          </Field>
        </div>
      )}
    </div>
  )
}
