import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

export type ThreadPart = 'all' | 'reply' | 'note' | 'activity'

const parts = [
  { value: 'all', label: 'All' },
  { value: 'reply', label: 'Replies' },
  { value: 'note', label: 'Notes' },
  { value: 'activity', label: 'Activity' },
] as const satisfies { value: ThreadPart; label: string }[]

interface ThreadFilterProps {
  part: ThreadPart
  onChange: (part: ThreadPart) => void
  withActivity: boolean
}

/** Which part of the story stands in the thread; quieter than a question of a form. */
export function ThreadFilter({ part, onChange, withActivity }: ThreadFilterProps) {
  return (
    <RadioGroup<ThreadPart>
      aria-label="Show in the thread"
      value={part}
      onValueChange={onChange}
      className="flex gap-0.5 border-line border-t px-2 py-1.5 touch:gap-2"
    >
      {parts
        .filter(({ value }) => withActivity || value !== 'activity')
        .map(({ value, label }) => (
          <Radio.Root
            key={value}
            value={value}
            className="inline-flex h-7 items-center rounded-md px-2 text-ink-2 text-sm hover:bg-hover data-checked:bg-pressed data-checked:font-medium data-checked:text-ink touch:h-11 touch:px-3 touch:text-base"
          >
            {label}
          </Radio.Root>
        ))}
    </RadioGroup>
  )
}
