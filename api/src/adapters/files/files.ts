import type { Readable } from 'node:stream'

/** First and last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** What is kept of a file: its own bytes, and the small picture of it. */
export type Part = 'original' | 'thumbnail'

/** Where the bytes of files are. Their names, sizes and rights are in the database. */
export interface Files {
  /** How many bytes of an upload have arrived. */
  received(id: string): Promise<number>
  /** Adds bytes behind the first `offset`. What arrives before a failure stays. Throws `NoRoomError`. */
  append(id: string, offset: number, bytes: Readable): Promise<void>
  /** From now on what has arrived outlives a power cut. */
  settle(id: string): Promise<void>
  /** Throws `NoBytesError`, before the first byte, when there are none. */
  read(id: string, part: Part, range?: ByteRange): Promise<Readable>
  writeThumbnail(id: string, bytes: Buffer): Promise<void>
  /** All there is of it. */
  remove(id: string): Promise<void>
  /** Of whatever was last touched before that time; some more than once. */
  listIds(before: Date): AsyncIterable<string>
}

export class NoRoomError extends Error {}
export class NoBytesError extends Error {}
