import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Where known holes were mended, for each major version that is still used. */
const floors: [name: string, ...floors: string[]][] = [
  ['fastify', '5.12.1'],
  ['undici', '7.29.0', '8.9.0'],
  ['nodemailer', '9.0.1'],
  ['sharp', '0.35.0'],
  ['@tus/server', '2.4.3'],
  ['file-type', '21.3.2'],
  ['dompurify', '3.4.7'],
  ['sanitize-html', '2.17.7'],
]

interface Lock {
  packages: Record<string, { version?: string }>
}
const lock: Lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'))

const installed = (name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, { version = '' }]) => version)

const isAtLeast = (version: string, floor: string) => version.localeCompare(floor, 'en', { numeric: true }) >= 0
const majorOf = (version: string) => Number.parseInt(version, 10)

test.each(floors)('%s is nowhere older than where it was mended', (name, ...mended) => {
  for (const version of installed(name)) {
    const floor = mended.find((each) => majorOf(each) === majorOf(version)) ?? mended.at(-1) ?? ''
    expect(isAtLeast(version, floor), `${version} is older than ${floor}`).toBe(true)
  }
})
