import { Client } from 'pg'
import type { Config } from '../config.ts'
import { setUpLink } from '../features/auth/console-links.service.ts'

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
    ...((await setUpLines(config)) ?? whoCanSignIn(config, await hasDemo(config))),
    `    Data in ${config.dataDir}, logs in its folder logs. Ctrl-C stops everything.`,
    '',
  ]
  return lines.join('\n')
}

/** While there is nobody who could sign in. */
async function setUpLines(config: Config): Promise<string[] | undefined> {
  const link = await setUpLink(config)
  return link
    ? ['    Nobody can sign in yet. Make the first admin, once, within a day:', `      ${link}`, '']
    : undefined
}

function whoCanSignIn({ demoPassword }: Config, hasDemo: boolean): string[] {
  if (!hasDemo) return []
  return [
    `    Sign in with the password ${demoPassword} as`,
    ...SIGN_INS.map(([name, what]) => `      ${`${name}@physique57.example`.padEnd(40)} ${what}`),
    '',
  ]
}

async function hasDemo({ databaseWorkerUrl }: Config): Promise<boolean> {
  const worker = new Client({ connectionString: databaseWorkerUrl })
  await worker.connect()
  try {
    const { rowCount } = await worker.query(`select from users where email = 'admin@physique57.example'`)
    return rowCount === 1
  } finally {
    await worker.end()
  }
}
