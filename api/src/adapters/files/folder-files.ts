import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Files, NoBytesError, NoRoomError, type Part } from './files.ts'

/** A folder on this machine, or one that all processes share: `<id>` and `<id>.thumbnail`. */
export function folderFiles(folder: string): Files {
  const pathOf = (id: string, part: Part = 'original') => path.join(folder, part === 'original' ? id : `${id}.${part}`)
  const sizeOf = (id: string) =>
    stat(pathOf(id)).then(
      ({ size }) => size,
      (error) => unless('ENOENT', error, 0),
    )
  return {
    received: sizeOf,
    async append(id, offset, bytes) {
      await mkdir(folder, { recursive: true })
      const flags = (await sizeOf(id)) === 0 ? 'a' : 'r+'
      const target = createWriteStream(pathOf(id), flags === 'a' ? { flags } : { flags, start: offset })
      await pipeline(bytes, target).catch(asNoRoom)
    },
    async settle(id) {
      const file = await open(pathOf(id), 'r')
      await file.sync().finally(() => file.close())
    },
    async read(id, part, range) {
      const file = await open(pathOf(id, part), 'r').catch(asNoBytes)
      return file.createReadStream(range)
    },
    async writeThumbnail(id, bytes) {
      // never half of one, also when two make it
      const unfinished = `${pathOf(id, 'thumbnail')}.${randomUUID()}`
      await writeFile(unfinished, bytes).catch(asNoRoom)
      await rename(unfinished, pathOf(id, 'thumbnail'))
    },
    async remove(id) {
      await rm(pathOf(id), { force: true })
      await rm(pathOf(id, 'thumbnail'), { force: true })
    },
    async *listIds(before) {
      const entries = await opendir(folder).catch((error) => unless('ENOENT', error, []))
      for await (const { name } of entries) {
        const touched = await stat(path.join(folder, name)).catch((error) => unless('ENOENT', error, undefined))
        const id = /^[0-9a-f-]{36}/.exec(name)?.[0]
        if (id && touched && touched.mtime < before) yield id
      }
    },
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

function unless<T>(code: string, error: unknown, instead: T): T {
  if (codeOf(error) === code) return instead
  throw error
}

function asNoBytes(error: unknown): never {
  throw codeOf(error) === 'ENOENT' ? new NoBytesError('no such file', { cause: error }) : error
}

function asNoRoom(error: unknown): never {
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '')
  throw isFull ? new NoRoomError('no room for files', { cause: error }) : error
}
