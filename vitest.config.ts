import os from 'node:os'
import { defineConfig } from 'vitest/config'

const onPostgres = {
  globalSetup: 'api/src/test/cluster-setup.ts',
  provide: {
    postgresHome: process.env.TEST_POSTGRES_HOME ?? '',
    thoroughly: process.env.TEST_THOROUGHLY === 'true',
  },
}

export default defineConfig({
  test: {
    // also on two cores: a test mostly waits for its database, and a second one nearly halves the run
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    // Loading the product anew for each file took a fifth of the run. So no test replaces a module (`vi.mock`), and what
    // one changes of the process, such as its clock, it puts back.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['contracts/src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          // properties, beside others that use the whole machine
          testTimeout: 20_000,
          // the contrast of its colours is computed from the style sheet itself
          css: { include: /styles\.css/ },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['api/src/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['api/src/embedded/**', '**/*.{wide,long}.test.ts'],
          ...onPostgres,
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Many tickets or many deaths each, more than `npm test` has time for.
        test: { name: 'wide', include: ['api/src/**/*.wide.test.ts'], ...onPostgres, testTimeout: 300_000 },
      },
      {
        test: { name: 'long', include: ['{api,scripts}/**/*.long.test.ts'], ...onPostgres, testTimeout: 600_000 },
      },
      {
        // Starts and kills whole systems, and mostly waits for them.
        test: {
          name: 'embedded',
          include: ['api/src/embedded/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
