import { test } from 'vitest'
import { endApiUnderLoad, killApiUnderLoad } from './api-deaths.ts'
import { restartDatabaseUnderLoad } from './database-restarts.ts'
import { killWorkerUnderLoad } from './worker-kills.ts'

test('the API is killed twenty times while 800 tickets are created', () => killApiUnderLoad({ count: 800, times: 20 }))

test('the API is asked to end ten times while 400 tickets are created', () =>
  endApiUnderLoad({ count: 400, times: 10 }))

test('PostgreSQL is restarted five times while 300 tickets are created', () =>
  restartDatabaseUnderLoad({ count: 300, times: 5 }))

test('the worker is killed ten times while it mails about 200 tickets', () =>
  killWorkerUnderLoad({ count: 200, times: 10 }))
