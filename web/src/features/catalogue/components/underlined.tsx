import type { Range } from '../picker-search.ts'

/** A text with the letters that matched bold and underlined. */
export function Underlined({ text, ranges }: { text: string; ranges: Range[] }) {
  const parts = ranges.flatMap(([from, to], index) => [
    text.slice(ranges[index - 1]?.[1] ?? 0, from),
    <mark
      key={from}
      className="bg-transparent font-semibold text-inherit underline decoration-2 decoration-control underline-offset-3"
    >
      {text.slice(from, to)}
    </mark>,
  ])
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  )
}
