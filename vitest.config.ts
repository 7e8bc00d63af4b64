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
          globalSetup: 'api/src/test/cluster-setup.ts',
          provide: { postgresHome: process.env.TEST_POSTGRES_HOME ?? '' },
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
