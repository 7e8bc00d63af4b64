import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '../config.ts'
import { ensureOwnedDatabase } from './owner.ts'
import { placeOfPostgres } from './place.ts'
import { type Postgres, type PostgresOptions, startPostgres } from './postgres.ts'
import type { ownSecrets } from './secrets.ts'

export interface EmbeddedDatabase {
  ownerUrl: string
  stop(): Promise<void>
}

/** Our own PostgreSQL, started again on the same port when it ends by itself. */
export async function runDatabase(
  { dataDir, databasePort }: Settings,
  { superuserPassword, ownerPassword }: ReturnType<typeof ownSecrets>,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const place = placeOfPostgres(dataDir)
  if (!place.startsWith(dataDir)) {
    say(`PostgreSQL may not run as root, and its user may not enter ${dataDir}: its data is in ${place}`)
  }
  const options: PostgresOptions = {
    dataDir: place,
    logFile: path.join(dataDir, 'logs/postgres.log'),
    port: databasePort,
    superuserPassword,
  }

  let stopping = false
  let server = await startPostgres(options)
  const { port } = server
  const watch = (running: Postgres): Promise<void> => running.ended.then(() => (stopping ? undefined : revive()))
  const revive = async (): Promise<void> => {
    say('The database ended; starting it again.')
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        server = await startPostgres({ ...options, port })
        void watch(server)
        return
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
        await sleep(pause)
      }
    }
  }
  void watch(server)

  return {
    ownerUrl: await ensureOwnedDatabase(server.superuserUrl, 'tickets', ownerPassword),
    async stop() {
      stopping = true
      await server.stop()
    },
  }
}
