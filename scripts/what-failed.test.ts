import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { failedJourneys, failedTests } from './what-failed.ts'

describe('what a run of all tests tells at its end', () => {
  test('names each test that failed, and each file that could not be run, with why', () => {
    const passes = { status: 'passed', fullName: 'a ticket is logged', failureMessages: [] }
    const fails = {
      status: 'failed',
      fullName: 'a ticket is found',
      failureMessages: ['\u001b[31mnot found\u001b[39m'],
    }
    const told = failedTests({
      testResults: [
        { name: path.resolve('api/a.test.ts'), status: 'failed', message: '', assertionResults: [passes, fails] },
        { name: path.resolve('api/b.test.ts'), status: 'failed', message: 'no database', assertionResults: [] },
        { name: path.resolve('api/c.test.ts'), status: 'passed', message: '', assertionResults: [passes] },
      ],
    })
    expect(told).toEqual(['api/a.test.ts › a ticket is found\n    not found', 'api/b.test.ts\n    no database'])
  })

  test('names each journey that did not pass at the first try', () => {
    const spec = (title: string, status: string, message: string) => ({
      file: 'wide/a.spec.ts',
      title,
      tests: [{ status, results: [{ error: { message } }] }],
    })
    const told = failedJourneys({
      suites: [
        { suites: [{ specs: [spec('by mouse', 'expected', ''), spec('by keys', 'flaky', 'too late')] }] },
        { specs: [spec('by thumb', 'unexpected', 'never')] },
      ],
    })
    expect(told).toEqual([
      'wide/a.spec.ts › by keys (flaky)\n    too late',
      'wide/a.spec.ts › by thumb (unexpected)\n    never',
    ])
  })

  test('has nothing to tell of a run that ended before its report', () => {
    expect([...failedTests({}), ...failedJourneys({})]).toEqual([])
  })
})
