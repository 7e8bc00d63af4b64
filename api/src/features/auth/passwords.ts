import { hash, verify } from '@node-rs/argon2'
import { atMost } from './at-most.ts'

// OWASP's second recommended setting for argon2id
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Compared against when there is no such person, so that both answers take the same time. */
const nobody = await hash('nobody has this password', settings)

/** Each takes 19 MiB and a thread, and signing in must not starve everything else. */
const oneOfFew = atMost(4)

export const hashPassword = (password: string): Promise<string> => oneOfFew(() => hash(password, settings))

/** `stored` undefined: takes as long and says no. */
export const passwordMatches = async (stored: string | undefined, password: string): Promise<boolean> =>
  (await oneOfFew(() => verify(stored ?? nobody, password))) && stored !== undefined
