import { describe, expect, test } from 'vitest'
import css from '../../styles.css?raw'
import { colourGroups, groundsOf } from './colour-groups.ts'
import { coloursOf, contrast } from './tokens.ts'

const colours = coloursOf(css)

function colour(name: string) {
  const found = colours.get(name)
  if (!found) throw new Error(`styles.css has no --color-${name}`)
  return found
}

const promises = colourGroups.flatMap((group) =>
  group.colours.flatMap((name) =>
    groundsOf(group, name).flatMap((ground) =>
      (['light', 'dark'] as const).map((theme) => ({ name, ground, theme, least: group.least ?? 1 })),
    ),
  ),
)

describe('contrast in both themes', () => {
  test('black on white is 21, a colour on itself 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#8c1d52', '#8c1d52')).toBe(1)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  test.each(promises)('$name on $ground, $theme, is at least $least', ({ name, ground, theme, least }) => {
    expect(contrast(colour(name)[theme], colour(ground)[theme])).toBeGreaterThanOrEqual(least)
  })
})

test('every colour of the style sheet is shown and judged', () => {
  const shown = new Set(
    colourGroups.flatMap((group) => group.colours.flatMap((name) => [name, ...groundsOf(group, name)])),
  )
  const unmentioned = [...colours.keys()].filter((name) => !shown.has(name))
  expect(unmentioned).toEqual(['white', 'accent-line', 'note-line', 'chart-grid', 'chart-axis'])
})
