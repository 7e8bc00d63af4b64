import type { FormField, Question } from '@physique57/contracts'

/** Questions with the same key are one, called as most forms call it; its options are those of all of them. */
export function questionsOf(fields: readonly FormField[]): Question[] {
  return [...Map.groupBy(fields, ({ key }) => key)]
    .map(([key, asked]): Question => {
      const [first] = mostFrequent(asked)
      const options = asked.flatMap((field) => ('options' in field ? field.options : []))
      return {
        key,
        label: first.label,
        type: first.type,
        options: [...new Map(options.map((option) => [option.value, option])).values()],
        of: first.type === 'lookup' ? first.of : null,
      }
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

function mostFrequent(fields: readonly FormField[]): [FormField, ...FormField[]] {
  const groups = [...Map.groupBy(fields, ({ label }) => label).values()].sort((a, b) => b.length - a.length)
  const [first, ...rest] = groups[0] ?? []
  if (!first) throw new Error('a group without members')
  return [first, ...rest]
}
