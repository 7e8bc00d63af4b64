import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({ authSecret: z.string(), superuserPassword: z.string(), ownerPassword: z.string() })
type Secrets = z.infer<typeof Secrets>

/** Made on the first start and kept beside the data they belong to, readable by nobody else. */
export function ownSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))

  const secret = () => randomBytes(32).toString('base64url')
  const secrets = { authSecret: secret(), superuserPassword: secret(), ownerPassword: secret() }
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}
