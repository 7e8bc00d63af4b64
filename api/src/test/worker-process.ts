import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { environmentWith } from '../config.ts'
import { TEST_AUTH_SECRET } from './cluster-setup.ts'
import type { TestApp } from './test-app.ts'

const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

/** The worker in a process of its own, as in production, on the database and the files of a test's app. */
export function startWorkerProcess({ database, config }: TestApp): ChildProcess {
  const env = environmentWith({
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    AUTH_SECRET: TEST_AUTH_SECRET,
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: config.dataDir,
    BASE_URL: undefined,
  })
  // it leaves when this process does, however that ends
  return spawn(process.execPath, ['--import', './api/src/embedded/follow-parent.ts', 'api/src/worker.ts'], {
    cwd: REPOSITORY,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
