import { useState } from 'react'
import { Checkbox, CheckboxGroup } from '../../../components/ui/checkbox.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Rating } from '../../../components/ui/rating.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { Switch } from '../../../components/ui/switch.tsx'
import { Exhibit, Fields, Line, Show } from '../exhibit.tsx'

const moods = [
  { value: 'calm', label: 'Calm' },
  { value: 'frustrated', label: 'Frustrated' },
  { value: 'angry', label: 'Angry' },
  { value: 'hindi', label: 'परेशान' },
]
const areas = [
  { value: 'floor', label: 'Studio floor' },
  { value: 'changing', label: 'Changing room' },
  { value: 'reception', label: 'Reception' },
  { value: 'outside', label: 'Outside, on the way from the parking to the lift of the building' },
]

export function ChoiceExhibit() {
  const [mood, setMood] = useState<string | null>('frustrated')
  const [none, setNone] = useState<string | null>(null)
  const [bad, setBad] = useState<number | null>(4)
  const [unrated, setUnrated] = useState<number | null>(null)
  const [places, setPlaces] = useState<string[]>(['floor'])
  return (
    <Exhibit
      title="Choices"
      code="Checkbox, CheckboxGroup, Segments, Rating, Switch"
      about="Up to six short words stand side by side. A switch acts at once; a checkbox is sent with its form."
    >
      <Checks />
      <Switches />
      <Fields>
        <Field label="Mood" group>
          <Segments value={mood} onChange={setMood} options={moods} />
        </Field>
        <Field label="Mood, missing" group error="Choose one">
          <Segments value={none} onChange={setNone} options={moods} />
        </Field>
        <Field label="Mood, not to be changed" group>
          <Segments value="calm" onChange={() => undefined} options={moods.slice(0, 3)} disabled />
        </Field>
        <Field label="Mood, with the focus" group>
          <Show state="focus" on="input">
            <Segments value={mood} onChange={setMood} options={moods.slice(0, 3)} />
          </Show>
        </Field>
        <Field label="How bad is it?" group>
          <Rating value={bad} onChange={setBad} low="Can wait" high="Class stopped" />
        </Field>
        <Field label="How bad, missing" group error="Choose from 1 to 5">
          <Rating value={unrated} onChange={setUnrated} low="Can wait" high="Class stopped" />
        </Field>
      </Fields>
      <Field label="Where" group help="All that apply">
        <CheckboxGroup value={places} onChange={setPlaces} options={areas} />
      </Field>
    </Exhibit>
  )
}

function Checks() {
  const [informed, setInformed] = useState(true)
  const [needed, setNeeded] = useState(false)
  return (
    <Line name="Checkbox">
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        <Checkbox checked={informed} onChange={setInformed}>
          Client informed
        </Checkbox>
        <Checkbox checked={needed} onChange={setNeeded}>
          Follow-up needed
        </Checkbox>
        <Checkbox checked={false} indeterminate onChange={() => undefined}>
          Some of them
        </Checkbox>
        <Show state="focus">
          <Checkbox checked={needed} onChange={setNeeded}>
            Focus
          </Checkbox>
        </Show>
        <Checkbox checked onChange={() => undefined} disabled>
          Disabled
        </Checkbox>
      </span>
    </Line>
  )
}

function Switches() {
  const [available, setAvailable] = useState(true)
  const [quiet, setQuiet] = useState(false)
  return (
    <Line name="Switch">
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        <Switch checked={available} onChange={setAvailable}>
          Available
        </Switch>
        <Switch checked={quiet} onChange={setQuiet}>
          Quiet hours
        </Switch>
        <Show state="focus" on="[role=switch]">
          <Switch checked={quiet} onChange={setQuiet}>
            Focus
          </Switch>
        </Show>
        <Switch checked={false} onChange={() => undefined} disabled>
          Disabled
        </Switch>
      </span>
    </Line>
  )
}
