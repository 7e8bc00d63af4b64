import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { StatusIcon } from '../../tickets/status.tsx'
import { Exhibit, Fields, Show } from '../exhibit.tsx'

const studios = [
  { value: 'kemps', label: 'Kwality House, Kemps Corner', hint: 'Mumbai' },
  { value: 'bandra', label: 'Supreme HQ, Bandra', hint: 'Mumbai' },
  { value: 'kenkere', label: 'Kenkere House', hint: 'Bengaluru' },
  { value: 'south', label: 'South United Football Club', hint: 'Bengaluru', keywords: ['SUFC'] },
  { value: 'hindi', label: 'लोअर परेल', hint: 'मुंबई' },
]

const statuses = [
  { value: 'in_progress', label: 'In progress', icon: <StatusIcon status="in_progress" /> },
  { value: 'pending', label: 'Pending', icon: <StatusIcon status="pending" /> },
  { value: 'closed', label: 'Closed', icon: <StatusIcon status="closed" />, hint: 'resolve it first', disabled: true },
]

export function PickerExhibit() {
  return (
    <Exhibit
      title="Pickers"
      code="Select, Combobox"
      about="More than six short words: a select. More than a dozen: typing finds it. On a phone they are a sheet, and the whole screen."
    >
      <Fields>
        <Field label="Status">
          <OneOf start="in_progress" options={statuses} />
        </Field>
        <Field label="Studio, nothing chosen yet">
          <OneOf start={null} options={studios} />
        </Field>
        <Field label="Studio, with the focus">
          <Show state="focus" on="[role=combobox]">
            <OneOf start="kemps" options={studios} />
          </Show>
        </Field>
        <Field label="Studio, missing" error="Choose the studio">
          <OneOf start={null} options={studios} />
        </Field>
        <Field label="Studio, not to be changed">
          <Select value="kenkere" onChange={() => undefined} options={studios} disabled />
        </Field>
      </Fields>
      <Fields>
        <Field label="Studio, by typing">
          <Found start="bandra" />
        </Field>
        <Field label="Studio, nothing typed yet" optional>
          <Found start={null} />
        </Field>
        <Field label="Client, while the server searches">
          <Found start={null} loading />
        </Field>
        <Field label="Trainer, unknown" error="Choose a trainer of this studio">
          <Found start={null} />
        </Field>
        <Field label="Package, not to be changed">
          <Found start="kemps" disabled />
        </Field>
      </Fields>
    </Exhibit>
  )
}

function OneOf({ start, options }: { start: string | null; options: typeof statuses | typeof studios }) {
  const [value, setValue] = useState(start)
  return <Select value={value} onChange={setValue} options={options} />
}

function Found({
  start,
  loading = false,
  disabled = false,
}: {
  start: string | null
  loading?: boolean
  disabled?: boolean
}) {
  const [value, setValue] = useState(start)
  const icon = <MapPin aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
  return (
    <Combobox
      value={value}
      onChange={setValue}
      options={loading ? [] : studios.map((studio) => ({ ...studio, icon }))}
      placeholder="Find a studio"
      heading={(shown, total) => `${shown} of ${total} studios`}
      loading={loading}
      disabled={disabled}
    />
  )
}
