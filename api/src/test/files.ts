import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
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
export const hugePng = (): Buffer => png(20_000, [])

/** A hundred pixels, and before them packed words that are 12 GB when they are unpacked. */
export function wordyPng(): Buffer {
  const words = Buffer.concat([Buffer.from('Comment\0\0'), zeros(40, deflateSync)])
  return png(10, Array(300).fill(chunk('zTXt', words)))
}

/** An archive with one file in it, of so many megabytes that are nothing but zeros. */
export function zipOfZeros(name: string, megabytes: number): Buffer {
  const packed = zeros(megabytes, deflateRawSync)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(megabytes * MEGABYTE, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

/** The same, packed again. */
export const gzipOfZeros = (megabytes: number): Buffer => gzipSync(zeros(megabytes, gzipSync))

const MEGABYTE = 1024 * 1024
const zeros = (megabytes: number, pack: (bytes: Buffer) => Buffer): Buffer => pack(Buffer.alloc(megabytes * MEGABYTE))

function png(side: number, between: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(60_001)))
  const chunks = [chunk('IHDR', header), ...between, pixels, chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
