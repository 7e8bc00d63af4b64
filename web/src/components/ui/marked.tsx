import type { MarkedText } from '@physique57/contracts'

/** A text with what was looked for bold and underlined. */
export function Marked({ parts }: { parts: readonly MarkedText[] }) {
  return parts.map(({ text, isHit }, index) => {
    const key = `${index}`
    return isHit ? (
      <mark
        key={key}
        className="bg-transparent font-semibold text-inherit underline decoration-2 decoration-control underline-offset-3"
      >
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
