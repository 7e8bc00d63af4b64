import { StartError } from '../api/src/config.ts'

/** Ends the process: with one sentence for what the caller can mend, with everything known for a bug. */
export function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}
