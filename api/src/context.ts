import type { NamedRef, Role } from '@physique57/contracts'
import type { FastifyBaseLogger } from 'fastify'
import type { Files } from './adapters/files/files.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import type { Jobs } from './jobs/jobs.ts'

/** What every operation may use, made once a process in deps.ts. */
export interface Deps {
  config: Config
  db: Db
  jobs: Jobs
  files: Files
  log: FastifyBaseLogger
}

/** Who asks, as the token says: nothing about what they may do. */
export interface Claims {
  userId: string
  sessionId: string
  /** Of theirs and running: it stands for the session, which may have ended meanwhile. */
  operationId?: string
  /** The same of an export. */
  exportId?: string
}

/** Who asks, as the database says at this moment. */
export interface Actor {
  id: string
  name: string
  email: string
  role: Role
  team: NamedRef | null
  timeZone: string
}

/** One request of a signed-in person, or what an operation of theirs does in the background. */
export interface Context extends Deps {
  claims: Claims
  /** What is told meanwhile goes out in one mail a person, not before this. */
  gatheredUntil?: Date
  /** The ticket version the caller's edit is based on, when said. */
  expectedVersion?: number
  /** A request that may be repeated, when said. */
  idempotency?: { method: string; path: string; key: string; requestHash: Buffer; status: number; ticketId?: string }
}
