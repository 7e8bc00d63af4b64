import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['contracts/src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['api/src/**/*.test.ts'],
          exclude: ['api/src/embedded/**', '**/*.long.test.ts'],
          globalSetup: 'api/src/test/cluster-setup.ts',
          provide: { postgresHome: process.env.TEST_POSTGRES_HOME ?? '' },
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: { name: 'long', include: ['{api,web,contracts,scripts}/**/*.long.test.ts'], testTimeout: 600_000 },
      },
      {
        // Starts and kills whole systems, one at a time.
        test: {
          name: 'embedded',
          include: ['api/src/embedded/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
