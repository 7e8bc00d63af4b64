import { test } from 'vitest'
import { killApiUnderLoad } from './api-deaths.ts'

test('the API is killed five times while 200 tickets are created: what was acknowledged stands, and nothing stands twice', async () => {
  await killApiUnderLoad({ count: 200, times: 5 })
}, 180_000)
