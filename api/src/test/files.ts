import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { files, type StoredFile } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { TestApp, TestUser } from './test-app.ts'

/** A file that is there already, four bytes long; `status: 'uploading'` is one of which nothing has arrived. */
export async function newStoredFile(
  t: TestApp,
  { id: uploadedByUserId }: TestUser,
  about: { ticketId?: string; status?: 'uploading' | 'ready'; thumbnail?: 'none' | 'ready' } = {},
): Promise<string> {
  const id = uuid()
  const bytes = 'four'
  const { status = 'ready' } = about
  const sha256 = status === 'ready' ? createHash('sha256').update(bytes).digest() : null
  await t.everything
    .insertInto('ticketAttachments')
    .values({ ...about, id, uploadedByUserId, name: 'photo.jpg', contentType: 'image/jpeg', size: 4, status, sha256 })
    .execute()
  const folder = path.join(t.config.dataDir, 'files')
  mkdirSync(folder, { recursive: true })
  if (status === 'ready') for (const part of ['', '.thumbnail']) writeFileSync(path.join(folder, id + part), bytes)
  return id
}

export const tusHeaders = (user: TestUser, offset: number) => ({
  authorization: `Bearer ${user.token}`,
  'tus-resumable': '1.0.0',
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
})

export const startUpload = async (t: TestApp, user: TestUser, name: string, size: number, type = '') =>
  t.call(user, files.start, { body: { name, size, type } })

export const sendBytes = (t: TestApp, user: TestUser, url: string, offset: number, bytes: Buffer) =>
  t.send({ method: 'PATCH', url, headers: tusHeaders(user, offset), payload: bytes })

/** The whole way, through the front door. */
export async function upload(
  t: TestApp,
  user: TestUser,
  bytes: Buffer,
  name = 'file.bin',
  type = '',
): Promise<StoredFile> {
  const { body } = await startUpload(t, user, name, bytes.length, type)
  await sendBytes(t, user, body.upload.url, 0, bytes)
  const { status, body: file } = await t.call(user, files.complete, { params: { id: body.file.id } })
  if (status !== 200) throw new Error(JSON.stringify(file))
  return file
}

/** A few bytes that say they are 20,000 × 20,000 pixels. */
export function hugePng(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(20_000, 0)
  header.writeUInt32BE(20_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(60_001))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
