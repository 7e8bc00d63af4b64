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

  const stopping = new AbortController()
  const { signal } = stopping
  let server = await startPostgres(options)
  let reviving = Promise.resolve()
  const watch = ({ ended, port }: Postgres) =>
    void ended.then(() => {
      if (!signal.aborted) reviving = revive({ ...options, port, isPortFixed: true })
    })
  const revive = async (samePlace: PostgresOptions): Promise<void> => {
    say('The database ended; starting it again.')
    for (let pause = 200; !signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      try {
        server = await startPostgres(samePlace)
        watch(server)
        return
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
        await sleep(pause, undefined, { signal }).catch(() => {})
      }
    }
  }
  watch(server)

  return {
    ownerUrl: await ensureOwnedDatabase(server.superuserUrl, 'tickets', ownerPassword),
    async stop() {
      stopping.abort()
      // it may be about to give us another server
      await reviving
      await server.stop()
    },
  }
}
