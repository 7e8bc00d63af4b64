import { hash, verify } from '@node-rs/argon2'

// OWASP's second recommended setting for argon2id
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Compared against when there is no such person, so that both answers take the same time. */
const nobody = await hash('nobody has this password', settings)

const waiting: (() => void)[] = []
let running = 0

export const hashPassword = (password: string): Promise<string> => oneOfFew(() => hash(password, settings))

/** `stored` undefined: takes as long and says no. */
export const passwordMatches = async (stored: string | undefined, password: string): Promise<boolean> =>
  (await oneOfFew(() => verify(stored ?? nobody, password))) && stored !== undefined

/** At most four at once: each takes 19 MiB and a thread, and signing in must not starve everything else. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 4) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
