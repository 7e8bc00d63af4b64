import { createHash, randomBytes } from 'node:crypto'
import { existsSync, statSync, symlinkSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { files, type StartedUpload } from '@physique57/contracts'
import sharp from 'sharp'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hugePng, sendBytes, startUpload, tusHeaders, upload } from '../../test/files.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let user: TestUser
beforeAll(async () => {
  t = await startTestApp({ FILE_MAX_MB: '1', VIDEO_MAX_MB: '2' })
  user = await t.newUser({ team: 'Operations' })
})
afterAll(() => t.stop())

const rowOf = (id: string) =>
  t.everything.selectFrom('ticketAttachments').selectAll().where('id', '=', id).executeTakeFirst()
const pathOf = (id: string) => path.join(t.config.dataDir, 'files', id)
const received = async (url: string, by = user) => {
  const { statusCode, headers } = await t.send({ method: 'HEAD', url, headers: tusHeaders(by, 0) })
  return { status: statusCode, offset: Number(headers['upload-offset']), length: Number(headers['upload-length']) }
}

describe('a file is uploaded', () => {
  test('in pieces, and is then what its bytes are, with size and SHA-256', async () => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const { status, body } = await startUpload(t, user, 'panel.txt', bytes.length, 'text/plain')
    expect(status).toBe(201)
    const { url } = body.upload

    expect((await sendBytes(t, user, url, 0, bytes.subarray(0, 50))).statusCode).toBe(204)
    expect(await received(url)).toEqual({ status: 200, offset: 50, length: bytes.length })
    expect((await sendBytes(t, user, url, 50, bytes.subarray(50))).headers['upload-offset']).toBe(String(bytes.length))
    const { body: file } = await t.call(user, files.complete, { params: { id: body.file.id } })

    expect(file).toMatchObject({ name: 'panel.txt', type: 'image/png', size: bytes.length, width: 30, height: 20 })
    const row = await rowOf(file.id)
    expect(row).toMatchObject({ status: 'ready', size: bytes.length })
    expect(row?.sha256?.equals(createHash('sha256').update(bytes).digest())).toBe(true)
  })

  test('only when all of it has arrived, and completing twice is no error', async () => {
    const { body } = await startUpload(t, user, 'a.bin', 4)
    const complete = () => t.call(user, files.complete, { params: { id: body.file.id } })
    await sendBytes(t, user, body.upload.url, 0, Buffer.from('fo'))
    expect((await complete()).status).toBe(409)

    await sendBytes(t, user, body.upload.url, 2, Buffer.from('ur'))
    expect((await complete()).status).toBe(200)
    expect((await complete()).status).toBe(200)
  })

  test('once for one Idempotency-Key', async () => {
    const sent = { body: { name: 'a.bin', size: 4 }, headers: { 'idempotency-key': uuid() } }
    const [first, second] = [await t.call(user, files.start, sent), await t.call(user, files.start, sent)]
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
  })

  test('cut at 60 %, it goes on where it stopped and has the same SHA-256', async () => {
    const bytes = randomBytes(1_000_000)
    const { body } = await startUpload(t, user, 'video.bin', bytes.length)
    await cutOff(body, bytes, 600_000)

    const sendTheRest = async () => {
      const { offset } = await received(body.upload.url)
      return (await sendBytes(t, user, body.upload.url, offset, bytes.subarray(offset))).statusCode
    }
    await expect.poll(sendTheRest, { timeout: 10_000 }).toBe(204)

    const { status } = await t.call(user, files.complete, { params: { id: body.file.id } })
    expect(status).toBe(200)
    const row = await rowOf(body.file.id)
    expect(row?.sha256?.equals(createHash('sha256').update(bytes).digest())).toBe(true)
  })
})

/** Announces all of it over a real connection, sends a part, and is gone once some of that is there. */
async function cutOff({ file, upload: { url } }: StartedUpload, bytes: Buffer, after: number) {
  const headers = { ...tusHeaders(user, 0), 'content-length': String(bytes.length) }
  const sending = request(`${await t.listen()}${url}`, { method: 'PATCH', headers })
  sending.on('error', () => {})
  sending.write(bytes.subarray(0, after))
  const arrived = () => statSync(pathOf(file.id), { throwIfNoEntry: false })?.size ?? 0
  await expect.poll(arrived, { timeout: 10_000 }).toBeGreaterThan(0)
  sending.destroy()
}

describe('the bytes of an upload', () => {
  const four = Buffer.from('four')
  const started = async (size = 4) => (await startUpload(t, user, 'a.bin', size)).body.upload.url

  test('are refused at the wrong place', async () => {
    const reply = await sendBytes(t, user, await started(), 2, four)
    expect(reply.statusCode).toBe(409)
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })

  test('are refused when they are more than was said', async () => {
    expect((await sendBytes(t, user, await started(), 0, Buffer.from('fours'))).statusCode).toBe(413)
  })

  test('are for nobody else, not even an admin', async () => {
    const admin = await t.newUser({ role: 'admin' })
    const url = await started()
    expect((await sendBytes(t, admin, url, 0, four)).statusCode).toBe(404)
    expect((await received(url, admin)).status).toBe(404)
    expect((await received(url)).offset).toBe(0)
  })

  test.each(['..%2f..%2fsecret', '..%5csecret', '%00', 'x', uuid()])('have no place at %s', async (id) => {
    const reply = await sendBytes(t, user, `/api/files/upload/${id}`, 0, four)
    expect(reply.statusCode).toBe(404)
  })

  test('from two writers at once are taken from one, and nothing is mixed', async () => {
    const [one, other] = [Buffer.alloc(900_000, 'a'), Buffer.alloc(900_000, 'b')]
    const { body } = await startUpload(t, user, 'a.bin', 900_000)
    const replies = await Promise.all([one, other].map((bytes) => sendBytes(t, user, body.upload.url, 0, bytes)))

    const statuses = replies.map(({ statusCode }) => statusCode).sort()
    expect(statuses[0]).toBe(204)
    expect([409, 423]).toContain(statuses[1])
    await t.call(user, files.complete, { params: { id: body.file.id } })
    const kept = (await rowOf(body.file.id))?.sha256
    expect([one, other].some((bytes) => kept?.equals(createHash('sha256').update(bytes).digest()))).toBe(true)
  })

  test('are taken no more once it is complete', async () => {
    const url = await started()
    await sendBytes(t, user, url, 0, four)
    await t.call(user, files.complete, { params: { id: url.split('/').at(-1) ?? '' } })
    expect((await sendBytes(t, user, url, 4, four)).statusCode).toBe(404)
  })

  test('that find the disk full are refused with 507, and the rest of the system goes on', async () => {
    const { body } = await startUpload(t, user, 'a.bin', 4)
    symlinkSync('/dev/full', pathOf(body.file.id))

    const reply = await sendBytes(t, user, body.upload.url, 0, four)

    expect(reply.statusCode).toBe(507)
    expect((await rowOf(body.file.id))?.status).toBe('uploading')
    expect((await received(body.upload.url)).status).toBe(200)
  })

  test('need a media type of tus', async () => {
    const reply = await t.send({
      method: 'PATCH',
      url: await started(),
      headers: { ...tusHeaders(user, 0), 'content-type': 'text/plain' },
      payload: four,
    })
    expect(reply.statusCode).toBe(415)
  })
})

describe('what is too large is refused', () => {
  test('before it is sent', async () => {
    const reply = await startUpload(t, user, 'scan.pdf', 1_100_000, 'application/pdf')
    expect(reply.status).toBe(413)
    expect(problemOf(reply).detail).toContain('scan.pdf is larger than 1 MB')
    expect((await startUpload(t, user, 'clip.mp4', 1_100_000, 'video/mp4')).status).toBe(201)
    expect((await startUpload(t, user, 'clip.mp4', 2_200_000, 'video/mp4')).status).toBe(413)
  })

  test('also when it only pretended to be a video, and nothing of it stays', async () => {
    const bytes = randomBytes(1_100_000)
    const { body } = await startUpload(t, user, 'clip.mp4', bytes.length, 'video/mp4')
    await sendBytes(t, user, body.upload.url, 0, bytes)

    expect((await t.call(user, files.complete, { params: { id: body.file.id } })).status).toBe(413)
    expect(await rowOf(body.file.id)).toBeUndefined()
    expect(existsSync(pathOf(body.file.id))).toBe(false)
  })

  test('so is an image of 20,000 × 20,000 pixels, which nobody unpacks', async () => {
    const bytes = hugePng()
    const { body } = await startUpload(t, user, 'wall.png', bytes.length, 'image/png')
    await sendBytes(t, user, body.upload.url, 0, bytes)
    const reply = await t.call(user, files.complete, { params: { id: body.file.id } })
    expect(reply.status).toBe(413)
    expect(problemOf(reply).detail).toContain('more than 40 million pixels')
  })
})

test('names are made harmless', async () => {
  const start = async (name: string) => (await startUpload(t, user, name, 4)).body.file.name
  expect(await start('../../photo\u202egpj.exe')).toBe('photogpj.exe')
  expect(await start(`a\0"b"${'x'.repeat(300)}.png`)).toHaveLength(255)
})

test('what one uploaded can be taken back, with its bytes, and is nobody else’s to take', async () => {
  const file = await upload(t, user, Buffer.from('mine'))
  const other = await t.newUser({ role: 'admin' })
  expect((await t.call(other, files.remove, { params: { id: file.id } })).status).toBe(404)

  expect((await t.call(user, files.remove, { params: { id: file.id } })).status).toBe(204)
  expect(existsSync(pathOf(file.id))).toBe(false)
  expect((await t.call(user, files.list, { query: { ids: file.id } })).body.items).toEqual([])
})

test('uploads are limited by the hour, and the pieces of one count once', async () => {
  const limited = await startTestApp({ RATE_UPLOADS_PER_HOUR: '2' })
  try {
    const person = await limited.newUser()
    const { body } = await startUpload(limited, person, 'a.bin', 4)
    for (const offset of [0, 1, 2, 3]) {
      expect((await sendBytes(limited, person, body.upload.url, offset, Buffer.from('x'))).statusCode).toBe(204)
    }
    expect((await startUpload(limited, person, 'b.bin', 4)).status).toBe(201)
    const refused = await startUpload(limited, person, 'c.bin', 4)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
  } finally {
    await limited.stop()
  }
})
