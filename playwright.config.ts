import { defineConfig } from '@playwright/test'
import { freePort } from './api/src/embedded/ports.ts'
import { chromiumPath } from './e2e/chromium.ts'

// Each worker reads this file again and must find the port the first reading chose.
process.env.E2E_PORT ??= String(await freePort(3100))

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  forbidOnly: true,
  // a machine shared with others; what needs it is named at the end of the run
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    actionTimeout: 10_000,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    screenshot: 'only-on-failure',
    // recording all of them would nearly double the time; `--trace on` shows one
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // `npm test` runs the main journeys, `npm run test:all` the others too.
  projects: [
    { name: 'main', testDir: 'e2e/main' },
    { name: 'wide', testDir: 'e2e/wide' },
    // measure what others would disturb: they run after the others, one by one
    { name: 'alone', testDir: 'e2e/alone' },
  ],
})
