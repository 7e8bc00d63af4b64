import type { TicketSummary } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { type ListPages, withChanged } from './placed-rows.ts'

/** `c` is newer than `b`, which is newer than `a`. */
// only what decides where a row belongs, and what tells it apart
const row = (id: string, title = id): TicketSummary =>
  ({ id, title, createdAt: `2026-01-${id.charCodeAt(0)}` }) as TicketSummary
const rows = (ids: string) => [...ids].map((id) => row(id))

/** `zy|xw…`: two pages and more to come. */
const list = (written: string): ListPages => {
  const pages = written.replace('…', '').split('|')
  return {
    pages: pages.map((ids, n) => ({
      items: rows(ids),
      nextCursor: n < pages.length - 1 || written.endsWith('…') ? `after page ${n}` : null,
      total: 9,
      totalIsCapped: false,
    })),
    pageParams: pages.map((_, n) => (n === 0 ? null : `after page ${n - 1}`)),
  }
}

const written = ({ pages }: ListPages) => pages.map(({ items }) => items.map(({ id }) => id).join('')).join('|')

test.each([
  ['one that changed stays where it is', 'zy|xw…', 'x', 'x', 'zy|xw'],
  ['one that left is taken out', 'zy|xw…', 'x', '', 'zy|w'],
  ['a new one comes first', 'yx|wv', 'z', 'z', 'zyx|wv'],
  ['one between pages begins the second', 'zy|wv', 'x', 'x', 'zy|xwv'],
  ['one that is last ends the last page', 'zy|xw', 'v', 'v', 'zy|xwv'],
  ['several at once', 'zx|wu…', 'yvu', 'yv', 'zyx|wv'],
  ['the only one', '', 'z', 'z', 'z'],
  ['what is not in the list changes nothing', 'zy|xw', 'a', '', 'zy|xw'],
])('%s', (_, before, ids, found, after) => {
  const changed = { ids: [...ids], items: rows(found), total: 9, totalIsCapped: false }
  expect(withChanged(list(before), changed, '-createdAt')).toMatchObject({ pageParams: list(before).pageParams })
  expect(written(withChanged(list(before), changed, '-createdAt') as ListPages)).toBe(after)
})

test('rows and total say what is so now, on every page', () => {
  const changed = { ids: ['w'], items: [row('w', 'anew')], total: 8, totalIsCapped: true }
  const { pages = [] } = withChanged(list('zy|xw'), changed, '-createdAt') ?? {}
  expect(pages[1]?.items[1]?.title).toBe('anew')
  expect(pages).toMatchObject([{ total: 8, totalIsCapped: true }, { total: 8 }])
})

test('a page of which nothing is left while more could come is asked for instead', () => {
  const changed = { ids: ['x', 'w'], items: [], total: 7, totalIsCapped: false }
  expect(withChanged(list('zy|xw…'), changed, '-createdAt')).toBeNull()
  expect(withChanged(list('zy|xw'), changed, '-createdAt')).not.toBeNull()
})
