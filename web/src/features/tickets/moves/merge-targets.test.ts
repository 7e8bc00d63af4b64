import { expect, test } from 'vitest'
import { targetsFor } from './merge-targets.ts'

const target = (id: string, hint: string) => ({ id, key: id, title: id, hint, marks: [] })
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
