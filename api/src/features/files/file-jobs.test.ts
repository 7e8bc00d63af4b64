import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { files } from '@physique57/contracts'
import sharp from 'sharp'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ByteRange, Files } from '../../adapters/files/files.ts'
import { createFiles } from '../../deps.ts'
import { gzipOfZeros, hugePng, newStoredFile, upload, wordyPng, zipOfZeros } from '../../test/files.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { examine } from './examine.ts'
import { removeLooseFiles } from './loose-files.jobs.ts'
import { makeThumbnail } from './thumbnail.jobs.ts'

let t: TestApp
let user: TestUser
beforeAll(async () => {
  t = await startTestApp()
  user = await t.newUser({ team: 'Operations' })
})
afterAll(() => t.stop())

const pathOf = (name: string) => path.join(t.config.dataDir, 'files', name)
const worker = () => ({ config: t.config, db: t.everything, files: createFiles(t.config) })
const infoOf = async (id: string) => (await t.call(user, files.list, { query: { ids: id } })).body.items[0]
const thumbnailOf = (id: string) =>
  t.send({ url: `/api/files/${id}/thumbnail`, headers: { authorization: `Bearer ${user.token}` } })

describe('the small picture of an image', () => {
  test('is upright, at most 480 wide, and knows nothing of where it was taken', async () => {
    const lying = await sharp({ create: { width: 1200, height: 900, channels: 3, background: 'green' } })
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 4/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(lying).metadata()).exif?.length).toBeGreaterThan(0)
    const file = await upload(t, user, lying, 'panel.jpg')
    expect(file).toMatchObject({ width: 900, height: 1200, hasThumbnail: false })
    expect((await thumbnailOf(file.id)).statusCode).toBe(404)

    await t.runJobs()

    expect(await infoOf(file.id)).toMatchObject({ hasThumbnail: true })
    const { headers, rawPayload } = await thumbnailOf(file.id)
    expect(headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, no-cache' })
    const { width, height, exif, orientation } = await sharp(rawPayload).metadata()
    expect({ width, height, exif, orientation }).toEqual({
      width: 360,
      height: 480,
      exif: undefined,
      orientation: undefined,
    })
  })

  test('is not made of what only begins like an image, and nobody waits for it', async () => {
    const { id } = await upload(t, user, Buffer.from('ffd8ffe0', 'hex'), 'a.jpg')
    await t.runJobs()
    expect(await infoOf(id)).toMatchObject({ type: 'image/jpeg', width: null, hasThumbnail: false })
  })

  test('is not made of 20,000 × 20,000 pixels, even if such an image got this far', async () => {
    const id = await newStoredFile(t, user, { thumbnail: 'none' })
    writeFileSync(pathOf(id), hugePng())
    await t.everything.updateTable('ticketAttachments').set({ thumbnail: 'waiting' }).where('id', '=', id).execute()

    await makeThumbnail(worker(), { fileId: id })

    expect(await infoOf(id)).toMatchObject({ hasThumbnail: false })
  })

  test('is not made of one that hides 12 GB of packed words before its pixels, and they are not unpacked', async () => {
    const begun = performance.now()
    const { id } = await upload(t, user, wordyPng(), 'words.png')
    expect(performance.now() - begun).toBeLessThan(8_000)
    await t.runJobs()
    expect(await infoOf(id)).toMatchObject({ type: 'image/png', width: null, hasThumbnail: false })
  })

  test('is made later when the bytes cannot be read now, and the same when the job runs twice', async () => {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const { id } = await upload(t, user, bytes, 'a.png')
    const away = { ...worker(), files: { ...worker().files, read: () => Promise.reject(new Error('away')) } }
    await expect(makeThumbnail(away, { fileId: id })).rejects.toThrow('away')
    expect(await infoOf(id)).toMatchObject({ hasThumbnail: false })

    await Promise.all([makeThumbnail(worker(), { fileId: id }), makeThumbnail(worker(), { fileId: id })])
    expect(await infoOf(id)).toMatchObject({ hasThumbnail: true })
  })
})

test.each([
  ['application/zip', () => zipOfZeros('[Content_Types].xml', 55)],
  ['application/zip', () => zipOfZeros('mimetype', 55)],
  ['application/gzip', () => gzipOfZeros(100)],
])('an archive is kept as it is and never unpacked: %s', async (type, make) => {
  const bytes = make()
  const before = process.resourceUsage().maxRSS
  const file = await upload(t, user, bytes, 'archive.bin')
  expect(file).toMatchObject({ type, size: bytes.length, hasThumbnail: false })
  // in KiB; making it took more, so that only more than that would show
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(50 * 1024)
})

test('what pretends to be a video to be larger than images may be is not read as an image', async () => {
  const stored = createFiles(t.config)
  const reads: (ByteRange | undefined)[] = []
  const counted: Files = {
    ...stored,
    read(id, part, range) {
      reads.push(range)
      return stored.read(id, part, range)
    },
  }
  const id = await newStoredFile(t, user)
  writeFileSync(pathOf(id), hugePng())

  expect(await examine(counted, { id, size: 26 * 2 ** 20 }, t.config.fileMaxBytes)).toMatchObject({ width: null })
  expect(reads).toEqual([undefined])
})

test('what became part of nothing is gone after a day, and so are bytes without a row; everything else stays', async () => {
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  const [forgotten, recent, used] = [
    await newStoredFile(t, user),
    await newStoredFile(t, user),
    await newStoredFile(t, user),
  ]
  await t.newTicket(user, { attachmentIds: [used] })
  await t.everything
    .updateTable('ticketAttachments')
    .set({ createdAt: yesterday })
    .where('id', 'in', [forgotten, used])
    .execute()
  mkdirSync(pathOf(''), { recursive: true })
  const [orphan, arriving] = [uuid(), uuid()]
  for (const id of [orphan, arriving]) writeFileSync(pathOf(id), 'x')
  for (const name of [orphan, used, recent]) utimesSync(pathOf(name), yesterday, yesterday)

  await removeLooseFiles(worker())

  const isThere = Object.fromEntries(
    Object.entries({ forgotten, recent, used, orphan, arriving }).map(([name, id]) => [name, existsSync(pathOf(id))]),
  )
  expect(isThere).toEqual({ forgotten: false, recent: true, used: true, orphan: false, arriving: true })
  expect(existsSync(pathOf(`${forgotten}.thumbnail`))).toBe(false)
  expect(await infoOf(forgotten)).toBeUndefined()
})
