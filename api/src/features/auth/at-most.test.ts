import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost } from './at-most.ts'

test('somebody who comes as another ends is not let in beside the one who waited', async () => {
  const oneOfFew = atMost(1)
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  }
  const late: Promise<void>[] = []
  const first = oneOfFew(work).then(() => void late.push(oneOfFew(work)))
  await Promise.all([first, oneOfFew(work), oneOfFew(work)])
  await Promise.all(late)
  expect(most).toBe(1)
})

test('whenever they come and however they end, never more than the limit run, and all of them do', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ comes: fc.nat(6), takes: fc.nat(6), fails: fc.boolean() }), { maxLength: 20 }),
      async (limit, works) => {
        const run = atMost(limit)
        let [running, most, done] = [0, 0, 0]
        const turns = async (count: number) => {
          for (let turn = 0; turn < count; turn++) await Promise.resolve()
        }
        const each = works.map(async ({ comes, takes, fails }) => {
          await turns(comes)
          await run(async () => {
            running += 1
            most = Math.max(most, running)
            await turns(takes)
            running -= 1
            done += 1
            if (fails) throw new Error('as planned')
          }).catch(() => undefined)
        })
        await Promise.all(each)
        expect(most).toBeLessThanOrEqual(limit)
        expect(done).toBe(works.length)
      },
    ),
  )
})
