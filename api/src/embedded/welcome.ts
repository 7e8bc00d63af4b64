import { Client } from 'pg'
import type { Config } from '../config.ts'

const SIGN_INS = [
  ['member1.operations', 'front desk'],
  ['member1.facilities', 'works on tickets'],
  ['lead.facilities', 'leads a team'],
  ['manager', 'sees all tickets'],
  ['director', 'is told when things escalate'],
  ['admin', 'configures everything'],
] as const

/** The one block a start prints. */
export async function welcome(config: Config): Promise<string> {
  const lines = [
    '',
    '  Physique 57 tickets is running',
    '',
    `    Open   ${config.baseUrl}`,
    `    API    ${config.baseUrl}/api/docs`,
    '',
    ...whoCanSignIn(config, await accounts(config)),
    `    Data in ${config.dataDir}, logs in its folder logs. Ctrl-C stops everything.`,
    '',
  ]
  return lines.join('\n')
}

function whoCanSignIn({ demoPassword }: Config, { isEmpty, hasDemo }: Accounts): string[] {
  if (isEmpty) return ['    Nobody can sign in yet: start once with DEMO=on to load demo people and tickets.', '']
  if (!hasDemo) return []
  return [
    `    Sign in with the password ${demoPassword} as`,
    ...SIGN_INS.map(([name, what]) => `      ${`${name}@physique57.example`.padEnd(40)} ${what}`),
    '',
  ]
}

interface Accounts {
  isEmpty: boolean
  hasDemo: boolean
}

async function accounts({ databaseWorkerUrl }: Config): Promise<Accounts> {
  const worker = new Client({ connectionString: databaseWorkerUrl })
  await worker.connect()
  try {
    const { rows } = await worker.query<Accounts>(`
      select not exists (select from users) as "isEmpty",
        exists (select from users where email = 'admin@physique57.example') as "hasDemo"`)
    return rows[0] ?? { isEmpty: true, hasDemo: false }
  } finally {
    await worker.end()
  }
}
