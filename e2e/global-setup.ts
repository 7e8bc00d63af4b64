import { insertManyTickets } from '../api/src/test/many-tickets.ts'
import { startApp, temporaryDataDir } from '../api/src/test/start-app.ts'
import { superuserUrl, withDatabase } from './database.ts'

/** One system with demo data for the whole run, at `use.baseURL`; with `E2E_TICKETS` in the midst of as many others. */
export default async function setup(): Promise<() => Promise<void>> {
  const { dataDir, remove } = temporaryDataDir()
  // for what only its database and its log tell; the workers inherit it
  process.env.E2E_DATA_DIR = dataDir
  const app = await startApp({
    env: {
      PORT: String(process.env.E2E_PORT),
      DATA_DIR: dataDir,
      DATABASE_PORT: '24500',
      MAIL_DELAY_SECONDS: '1',
      RATE_LOGIN_PER_EMAIL: '1000',
      RATE_LOGIN_PER_IP: '10000',
      RATE_WRITES_PER_MINUTE: '10000',
      RATE_SEARCHES_PER_MINUTE: '10000',
    },
  })
  if (!app.output().includes('is running')) {
    remove()
    throw new Error(`The system did not start:\n${app.output()}`)
  }
  const stop = async () => {
    await app.stop()
    remove()
  }
  const tickets = Number(process.env.E2E_TICKETS ?? 0)
  try {
    if (tickets) await addMany(tickets)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

async function addMany(tickets: number) {
  await insertManyTickets(superuserUrl(), { tickets, users: 200 })
  // what journeys log still goes to the people they sign in as
  await withDatabase((db) =>
    db.updateTable('users').set({ availability: 'away' }).where('name', 'like', 'Person %').execute(),
  )
}
