import { Checkbox } from '../../../components/ui/checkbox.tsx'
import type { FilterChoice } from './use-filter-choices.ts'

interface FilterOptionsProps {
  choice: FilterChoice
  values: string[]
  onChange: (values: string[]) => void
}

/** The values of one filter, to tick. */
export function FilterOptions({ choice, values, onChange }: FilterOptionsProps) {
  const toggle = (value: string, isOn: boolean) =>
    onChange(isOn ? [...values, value] : values.filter((each) => each !== value))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend; the popover shows the name
    <div role="group" aria-label={choice.label} className="grid p-1 text-sm max-md:p-2 max-md:text-lg md:min-w-50">
      {choice.options.map(({ value, label, mark }) => (
        <Checkbox
          key={value}
          checked={values.includes(value)}
          onChange={(isOn) => toggle(value, isOn)}
          className="min-h-[30px] w-full rounded-sm px-2 hover:bg-pressed"
        >
          <span className="flex items-center gap-2">
            {mark}
            {label}
          </span>
        </Checkbox>
      ))}
    </div>
  )
}
