import { Radios } from '../../../components/ui/radios.tsx'

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
    <Radios<ThreadPart>
      aria-label="Show in the thread"
      value={part}
      onChange={onChange}
      className="flex gap-0.5 border-line border-t px-2 py-1.5 touch:gap-2"
      optionClassName="inline-flex h-7 items-center rounded-md px-2 text-ink-2 text-sm hover:bg-hover has-checked:bg-pressed has-checked:font-medium has-checked:text-ink touch:h-11 touch:px-3 touch:text-base"
      options={parts
        .filter(({ value }) => withActivity || value !== 'activity')
        .map(({ value, label }) => ({ value, content: label }))}
    />
  )
}
