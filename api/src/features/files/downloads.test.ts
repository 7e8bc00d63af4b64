import { tickets } from '@physique57/contracts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { upload } from '../../test/files.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let user: TestUser
let photo: Buffer
beforeAll(async () => {
  t = await startTestApp()
  user = await newUserWithPassword(t, { team: 'Operations' })
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'blue' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => t.stop())

const get = (id: string, headers: Record<string, string> = {}, path = '') =>
  t.send({ url: `/api/files/${id}${path}`, headers: { authorization: `Bearer ${user.token}`, ...headers } })

describe('a file is served', () => {
  test('in place when it is a photo, to be asked for each time', async () => {
    const { id } = await upload(t, user, photo, 'AC "new" शावर.jpg')
    const { headers, rawPayload } = await get(id)

    expect(rawPayload.equals(photo)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-length': String(photo.length),
    })
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['content-disposition']).toBe(
      `inline; filename="AC _new_ ____.jpg"; filename*=UTF-8''AC%20%22new%22%20${encodeURIComponent('शावर')}.jpg`,
    )

    const again = await get(id, { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload).toHaveLength(0)
    expect((await get(id, {}, '?download=true')).headers['content-disposition']).toMatch(/^attachment/)
  })

  test.each([
    ['SVG', 'logo.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG called a photo', 'logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', 'page.html', '<!doctype html><script>alert(1)</script>'],
    ['HTML called a photo', 'page.jpg', '<!doctype html><script>alert(1)</script>'],
    ['a GIF that is a page by its name', 'page.html', 'GIF89a/*<script>alert(1)</script>*/=1;'],
    ['a script', 'run.js', 'alert(1)'],
  ])('only to be saved when it is %s', async (_, name, content) => {
    const { id, isShownInline } = await upload(t, user, Buffer.from(content), name, 'image/png')
    const { headers } = await get(id)

    expect(isShownInline).toBe(false)
    expect(headers['content-disposition']).toMatch(/^attachment; /)
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  test('in part', async () => {
    const { id } = await upload(t, user, Buffer.from('0123456789'))
    const part = await get(id, { range: 'bytes=2-5' })
    expect(part.statusCode).toBe(206)
    expect(part.body).toBe('2345')
    expect(part.headers['content-range']).toBe('bytes 2-5/10')

    const past = await get(id, { range: 'bytes=10-' })
    expect(past.statusCode).toBe(416)
    expect(past.headers['content-range']).toBe('bytes */10')
    expect((await get(id, { range: 'bytes=2-5', 'if-range': '"older"' })).body).toBe('0123456789')
  })

  test('by a cookie that opens nothing else, until the session ends', async () => {
    const { id } = await upload(t, user, photo, 'photo.jpg')
    const signedIn = await t.send({
      method: 'POST',
      url: '/api/auth/login',
      payload: { email: user.email, password: 'barre at seven, stretch at eight' },
    })
    const cookie = signedIn.cookies.find(({ name }) => name === 'files')
    expect(cookie).toMatchObject({ path: '/api/files', httpOnly: true, sameSite: 'Strict' })
    const withCookie = (url: string, method: 'GET' | 'DELETE' = 'GET') =>
      t.send({ method, url, headers: { cookie: `files=${cookie?.value}` } })

    expect((await withCookie(`/api/files/${id}`)).statusCode).toBe(200)
    expect((await withCookie(`/api/files?ids=${id}`)).statusCode).toBe(401)
    expect((await withCookie(`/api/files/${id}`, 'DELETE')).statusCode).toBe(401)
    expect(await browserOf(t).statusWith(cookie?.value ?? '')).toBe(401)
    expect((await t.send({ url: `/api/files/${id}?token=${user.token}` })).statusCode).toBe(401)

    await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('userId', '=', user.id).execute()
    expect((await withCookie(`/api/files/${id}`)).statusCode).toBe(401)
    Object.assign(user, await t.signedIn(user.id))
  })
})

test('the rights of a file follow its ticket, now', async () => {
  const [reporter, stranger] = [await t.newUser({ team: 'Operations' }), await t.newUser({ team: 'Marketing' })]
  const { id } = await upload(t, reporter, photo, 'photo.jpg')
  const statusFor = async ({ token }: TestUser) =>
    (await t.send({ url: `/api/files/${id}`, headers: { authorization: `Bearer ${token}` } })).statusCode
  expect([await statusFor(reporter), await statusFor(stranger)]).toEqual([200, 404])

  const ticket = await t.newTicket(reporter, { attachmentIds: [id], team: 'Marketing' })
  expect([await statusFor(reporter), await statusFor(stranger)]).toEqual([200, 200])

  await t.everything.updateTable('tickets').set({ reportedByUserId: stranger.id }).where('id', '=', ticket.id).execute()
  expect([await statusFor(reporter), await statusFor(stranger)]).toEqual([404, 200])
  const admin = await t.newUser({ role: 'admin' })
  await t.call(admin, tickets.remove, { params: { id: ticket.id } })
  expect([await statusFor(stranger), await statusFor(admin)]).toEqual([404, 200])
})

test('a file that is removed at the very moment it is asked for is not there', async () => {
  const { id } = await upload(t, user, photo, 'AC.jpg')
  await t.app.deps.files.remove(id)

  for (const range of [{}, { range: 'bytes=0-3' }]) expect((await get(id, range)).statusCode).toBe(404)
})
