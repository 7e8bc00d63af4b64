import { expect, test } from 'vitest'
import { targetsFitting, targetsFor } from './merge-targets.ts'

const target = (id: string, hint: string) => ({ id, key: id, title: id, hint })
const opened = (id: string) => ({ id, key: id, title: id })

test('a ticket is never offered to itself, and each other once: what is alike before what was opened lately', () => {
  const offered = targetsFor(
    { id: 'itself' },
    [target('a', 'Same client'), target('itself', 'Same words')],
    [opened('itself'), opened('b'), opened('a')],
  )
  expect(offered.map(({ id, hint }) => [id, hint])).toEqual([
    ['a', 'Same client'],
    ['b', 'opened lately'],
  ])
})

test('what was offered and fits stays where it is once the server answers; what only the server found comes after it', () => {
  const offered = [target('P57-7 Sauna', 'related'), target('P57-41 Door', 'opened lately')]
  const typed = targetsFitting(offered, 'p57-41', [])
  const answered = targetsFitting(offered, 'p57-41', [target('P57-410 Lamp', 'New'), target('P57-41 Door', 'New')])
  expect(typed.map(({ id }) => id)).toEqual(['P57-41 Door'])
  expect(answered.map(({ id, hint }) => [id, hint])).toEqual([
    ['P57-41 Door', 'New'],
    ['P57-410 Lamp', 'New'],
  ])
})
