import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

export interface BrowserReport {
  stats: { expected: number; unexpected: number; flaky: number }
  suites: BrowserSuite[]
}

interface BrowserSuite {
  suites?: BrowserSuite[]
  specs?: { file: string; title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[]
}

const LINES = 12

/** Each test that failed, and each file that could not run, with the first lines of why. */
export function failedTests({ testResults = [] }: Partial<VitestReport>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(process.cwd(), name)
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => told(`${file} › ${test.fullName}`, test.failureMessages.join('\n')))
    return status === 'failed' && !tests.length ? [told(file, message)] : tests
  })
}

/** Each journey that did not pass at the first try, with the first lines of why. */
export function failedJourneys({ suites = [] }: { suites?: BrowserSuite[] }): string[] {
  return suites.flatMap((suite) => [
    ...failedJourneys(suite),
    ...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) =>
          told(`${file} › ${title} (${status})`, results.find(({ error }) => error)?.error?.message),
        ),
    ),
  ])
}

function told(name: string, why = ''): string {
  const lines = stripVTControlCharacters(why).trim().split('\n').slice(0, LINES)
  return [name, ...lines.map((line) => `    ${line}`)].join('\n')
}
