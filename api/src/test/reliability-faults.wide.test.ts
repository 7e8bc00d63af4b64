import { test } from 'vitest'
import { endApiUnderLoad } from './api-deaths.ts'
import { restartDatabaseUnderLoad } from './database-restarts.ts'
import { killWorkerUnderLoad } from './worker-kills.ts'

// The same as often as it takes in reliability-faults.long.test.ts.

test('PostgreSQL is restarted twice while 60 tickets are created', () =>
  restartDatabaseUnderLoad({ count: 60, times: 2 }))

test('the API is asked to end twice while 80 tickets are created', () => endApiUnderLoad({ count: 80, times: 2 }))

test('the worker is killed twice while it mails about 40 tickets', () => killWorkerUnderLoad({ count: 40, times: 2 }))
