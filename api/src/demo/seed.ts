import type { Files } from '../adapters/files/files.ts'
import { idOf, lookupRows } from '../catalogue/catalogue-rows.ts'
import { installCatalogue } from '../catalogue/install-catalogue.ts'
import { teamNames } from '../catalogue/teams.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { hashPassword } from '../features/auth/passwords.ts'
import { inventCannedReplies } from './canned-replies.ts'
import { inventClients } from './clients.ts'
import { director, leadOf, manager, people, trainers } from './people.ts'
import { storePictures, withPictures } from './pictures.ts'
import { inventStories } from './stories.ts'
import type { Story } from './story.ts'
import { notificationsOf } from './story-notifications.ts'
import { rowsOf } from './story-rows.ts'
import { inventViews } from './views.ts'

export interface SeedOptions {
  /** The login of `app_worker`, which sees all rows. */
  workerUrl: string
  now: Date
  /** Of every demo account. */
  password: string
  /** Where their photos are kept. */
  files: Files
}

/** Fills an empty database with the catalogue, people and six months of tickets, or nothing at all. Refuses one in use. */
export async function seed({ workerUrl, now, password, files }: SeedOptions): Promise<void> {
  const passwordHash = await hashPassword(password)
  const { stories, pictures } = withPictures(inventStories(now))
  await withDatabase(workerUrl, (pool) =>
    pool.transaction().execute(async (db) => {
      if (!(await hasNoUsers(db)))
        throw new Error('This database has users already; demo data goes only into an empty one.')
      await installCatalogue(db)
      await insertPeople(db, passwordHash, now)
      await insertStories(db, stories, now)
      await db.insertInto('cannedReplies').values(inventCannedReplies(now)).execute()
      await db.insertInto('savedViews').values(inventViews()).execute()
      await db
        .insertInto('ticketAttachments')
        .values(await storePictures(pictures, files))
        .execute()
    }),
  )
}

/** Nobody has an account yet. */
export const isEmpty = (workerUrl: string): Promise<boolean> => withDatabase(workerUrl, hasNoUsers)

async function hasNoUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, poolSize: 1, applicationName: 'seed', onError: () => {} })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Whoever is told of everything prefers most of it gathered. */
const readsInTheMorning = {
  deliveries: JSON.stringify({
    response: { mail: 'digest' },
    resolved: { mail: 'digest' },
    reopened: { mail: 'digest' },
  }),
  digestAt: '08:30',
  quietFrom: '21:00',
  quietTo: '07:00',
}

async function insertPeople(db: Db, passwordHash: string, now: Date): Promise<void> {
  const createdAt = new Date(now.getTime() - 200 * 86_400_000)
  await db
    .insertInto('users')
    .values(
      people.map(({ team, ...person }) => ({
        ...person,
        teamId: team ? idOf.team(team) : null,
        createdAt,
        updatedAt: createdAt,
      })),
    )
    .execute()
  await db
    .insertInto('userCredentials')
    .values(people.map(({ id }) => ({ userId: id, passwordHash, changedAt: createdAt })))
    .execute()
  await db
    .insertInto('notificationPreferences')
    .values({ userId: director.id, ...readsInTheMorning, updatedAt: createdAt })
    .execute()
  for (const team of teamNames) {
    await db
      .updateTable('teams')
      .set({ leadUserId: leadOf(team).id, managerId: manager.id })
      .where('id', '=', idOf.team(team))
      .execute()
  }
  await db.insertInto('lookupValues').values(lookupRows('trainer', trainers)).execute()
  await db
    .insertInto('clients')
    .values(inventClients().map((client) => ({ ...client, createdAt })))
    .execute()
}

/** Oldest first, so that their numbers rise with their age. */
async function insertStories(db: Db, stories: readonly Story[], now: Date): Promise<void> {
  const rows = stories.map((story) => rowsOf(story, now))
  const numbers = new Map<string, number>()
  for (const tickets of inParts(rows.map(({ ticket }) => ticket))) {
    const inserted = await db.insertInto('tickets').values(tickets).returning(['id', 'number']).execute()
    for (const { id, number } of inserted) numbers.set(id, number)
  }

  const all = {
    ticketClocks: rows.flatMap(({ clocks }) => clocks),
    ticketResponses: rows.flatMap(({ responses }) => responses),
    ticketHistory: rows.flatMap(({ history }) => history),
    assignmentDecisions: rows.flatMap(({ decisions }) => decisions),
    ticketWatchers: rows.flatMap(({ watchers }) => watchers),
    notifications: stories.flatMap((story) => notificationsOf(story, numbers.get(story.id) ?? 0, now)),
  }
  for (const part of inParts(all.ticketClocks)) await db.insertInto('ticketClocks').values(part).execute()
  for (const part of inParts(all.ticketResponses)) await db.insertInto('ticketResponses').values(part).execute()
  for (const part of inParts(all.ticketHistory)) await db.insertInto('ticketHistory').values(part).execute()
  for (const part of inParts(all.assignmentDecisions)) await db.insertInto('assignmentDecisions').values(part).execute()
  for (const part of inParts(all.ticketWatchers)) await db.insertInto('ticketWatchers').values(part).execute()
  for (const part of inParts(all.notifications)) await db.insertInto('notifications').values(part).execute()
}

/** PostgreSQL takes 65,535 parameters a statement. */
function inParts<T>(rows: readonly T[], size = 500): T[][] {
  const count = Math.ceil(rows.length / size)
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size))
}
