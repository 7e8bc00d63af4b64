import { Search } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../../components/ui/field.tsx'
import { Input, Textarea } from '../../../components/ui/input.tsx'
import { Exhibit, Fields, Show } from '../exhibit.tsx'

export function FieldExhibit() {
  return (
    <Exhibit
      title="Fields"
      code="Field, Input, Textarea"
      about="Label above; help or error below, never both. What is optional says so, what is required does not."
    >
      <Fields>
        <Field label="Client phone" help="Or e-mail, or membership number">
          <Typed start="" placeholder="Phone, e-mail or number" />
        </Field>
        <Field label="Title" optional>
          <Show state="focus">
            <Typed start="Locker 14 jammed" />
          </Show>
        </Field>
        <Field label="Clients affected" error="At most 60. Count only this class.">
          <Typed start="140" inputMode="numeric" />
        </Field>
        <Field label="Membership number" help="Choose a client first">
          <Input disabled placeholder="Filled from the client" />
        </Field>
        <Field label="Reported by">
          <Input readOnly value="Mehrish Palkhi" />
        </Field>
        <Field label="Amount" aside={<span className="text-xs text-ink-3">GST included</span>}>
          <Typed start="38,500" end={<span className="flex-none pr-3 text-sm text-ink-3">₹</span>} />
        </Field>
        <Field label="Find a ticket">
          <Typed
            start=""
            placeholder="Number, word or client"
            before={<Search aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />}
          />
        </Field>
        <Field label="A label that is so long that it needs a second line, because the form asks precisely" optional>
          <Typed start="शावर में गरम पानी नहीं आ रहा है, कल शाम से" />
        </Field>
      </Fields>
      <Fields>
        <Field label="Description" help="Grows with what is written">
          <Textarea defaultValue="Floor was 29 °C at the start of the class. Two clients left after the warm-up." />
        </Field>
        <Field label="Why is it reopened?" error="Say why, in a sentence">
          <Textarea defaultValue="" placeholder="What the client said" />
        </Field>
      </Fields>
    </Exhibit>
  )
}

interface TypedProps {
  start: string
  placeholder?: string
  inputMode?: 'numeric'
  before?: React.ReactNode
  end?: React.ReactNode
}

function Typed({ start, before, ...props }: TypedProps) {
  const [value, setValue] = useState(start)
  return <Input {...props} start={before} value={value} onChange={(event) => setValue(event.target.value)} />
}
