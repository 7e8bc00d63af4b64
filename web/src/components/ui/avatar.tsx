import { UserRound } from 'lucide-react'
import { cx } from '../../lib/cx.ts'

interface AvatarProps {
  /** null: nobody. */
  person: { id: string; name: string } | null
  size?: keyof typeof sizeClass
  status?: 'on' | 'away' | undefined
  /** The name stands beside it already. */
  decorative?: boolean
  className?: string
}

/** Initials on a colour that stays with the person. The name is its title; say it beside the avatar where there is room. */
export function Avatar({ person, size = 20, status, decorative = false, className }: AvatarProps) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person?.name ?? 'Nobody assigned' })}
      title={person?.name ?? 'Nobody assigned'}
      className={cx(
        'relative inline-grid flex-none place-items-center rounded-full leading-none font-semibold select-none',
        sizeClass[size],
        person ? hueOf(person.id) : 'border border-dashed border-control text-ink-3',
        className,
      )}
    >
      {person ? initialsOf(person.name) : <UserRound aria-hidden="true" className="size-3" strokeWidth={2} />}
      {status && (
        <span
          className={cx(
            'absolute -right-0.5 -bottom-0.5 size-[9px] rounded-full border-2 border-surface',
            status === 'on' ? 'bg-green' : 'bg-control',
          )}
        />
      )}
    </span>
  )
}

const sizeClass = {
  20: 'size-5 text-[9px]',
  24: 'size-6 text-[10px]',
  28: 'size-7 text-[11px]',
  40: 'size-10 text-base',
}

const hues = [
  'bg-blue-tint text-blue',
  'bg-teal-tint text-teal',
  'bg-amber-tint text-amber',
  'bg-indigo-tint text-indigo',
  'bg-green-tint text-green',
  'bg-orange-tint text-orange',
]

function hueOf(id: string): string | undefined {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return hues[hash % hues.length]
}

/** First letter of the first and the last word; whole graphemes, because a Devanagari letter may be several code points. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map(
      (word) =>
        graphemes
          .segment(word ?? '')
          [Symbol.iterator]()
          .next().value?.segment ?? '',
    )
    .join('')
    .toUpperCase()
}

const graphemes = new Intl.Segmenter()
