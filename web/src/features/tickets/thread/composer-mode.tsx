import { cx } from '../../../lib/cx.ts'
import { kindLook } from './message-head.tsx'

const shortcuts = { reply: 'R', note: 'N' }

export function ComposerMode({
  kind,
  isOn,
  onChoose,
}: {
  kind: 'reply' | 'note'
  isOn: boolean
  onChoose: () => void
}) {
  const { icon: Icon, word, ink, tint } = kindLook[kind]
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={`${word} (${shortcuts[kind]})`}
      onClick={onChoose}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm touch:h-11 touch:flex-1 touch:justify-center touch:text-lg',
        isOn ? cx('font-medium', ink, tint) : 'text-ink-2 hover:bg-hover',
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2} />
      {word}
    </button>
  )
}
