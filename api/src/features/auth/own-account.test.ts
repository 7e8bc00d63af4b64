import { auth } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StartError } from '../../config.ts'
import { browserOf, newUserWithPassword, rightPassword } from '../../test/browser.ts'
import { linkIn, type Mails, mailsOf, openLive } from '../../test/identity.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { adminResetLink } from './console-links.service.ts'

const newPassword = 'relevé on half toe, slowly'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let mails: Mails
beforeAll(async () => {
  t = await startTestApp()
  browser = browserOf(t)
  mails = mailsOf(t)
})
afterAll(() => t.stop())

/** Signed in on a desk and a phone. */
async function onTwoDevices(person: TestUser) {
  const on = async (userAgent: string) => {
    const { body, cookie } = await browser.signIn(person.email, rightPassword, { 'user-agent': userAgent })
    return { token: body.accessToken, cookie, as: { ...person, token: body.accessToken } }
  }
  return { desk: await on('Firefox on a desk'), phone: await on('Safari on a phone') }
}

test('somebody sees their own devices, the last used first, and no secrets', async () => {
  const somebody = await newUserWithPassword(t)
  const { phone } = await onTwoDevices(somebody)
  const { body } = await t.call(phone.as, auth.sessions)

  expect(body.items.map(({ userAgent, isCurrent }) => [userAgent, isCurrent])).toEqual([
    ['Safari on a phone', true],
    ['Firefox on a desk', false],
    [null, false],
  ])
  expect(Object.keys(body.items[0] ?? {}).toSorted()).toEqual([
    'id',
    'isCurrent',
    'lastSeenAt',
    'signedInAt',
    'userAgent',
  ])
})

test('a device that is signed out from another stops with its next request, and its live stream at once', async () => {
  const person = await newUserWithPassword(t)
  const { desk, phone } = await onTwoDevices(person)
  const stream = await openLive(t, phone.token)
  const { items } = (await t.call(desk.as, auth.sessions)).body
  const id = items.find(({ userAgent }) => userAgent === 'Safari on a phone')?.id ?? ''

  expect((await t.call(desk.as, auth.endSession, { params: { id } })).status).toBe(204)
  await stream.ended
  expect(await browser.statusWith(phone.token)).toBe(401)
  expect((await browser.refresh(phone.cookie)).status).toBe(401)
  expect(await browser.statusWith(desk.token)).toBe(200)
  expect((await t.call(desk.as, auth.endSession, { params: { id } })).status).toBe(404)
})

test('nobody signs out the devices of somebody else, not even an admin here', async () => {
  const [person, admin] = [await t.newUser(), await t.newUser({ role: 'admin' })]
  const ended = await t.call(admin, auth.endSession, { params: { id: person.sessionId } })
  expect(ended.status).toBe(404)
  expect(await browser.statusWith(person.token)).toBe(200)
})

test('a new password needs the current one, ends the other devices and keeps this one', async () => {
  const person = await newUserWithPassword(t)
  const { desk, phone } = await onTwoDevices(person)
  const change = (body: { currentPassword: string; newPassword: string }) =>
    t.call(desk.as, auth.changePassword, { body })

  const wrong = await change({ currentPassword: 'a guess', newPassword })
  expect(wrong.body).toMatchObject({ errors: [{ path: 'currentPassword' }] })
  expect((await change({ currentPassword: rightPassword, newPassword: 'Qwerty123456' })).status).toBe(422)
  expect((await change({ currentPassword: rightPassword, newPassword: 'short' })).status).toBe(400)
  expect(await browser.statusWith(phone.token)).toBe(200)

  expect((await change({ currentPassword: rightPassword, newPassword })).status).toBe(204)
  expect(await browser.statusWith(phone.token)).toBe(401)
  expect(await browser.statusWith(desk.token)).toBe(200)
  expect((await browser.refresh(desk.cookie)).status).toBe(200)
  expect((await browser.signIn(person.email)).status).toBe(401)
  expect((await browser.signIn(person.email, newPassword)).status).toBe(200)
  await t.runJobs()
  expect((await mails.lastTo(person.email)).subject).toBe('Your password was changed')
})

test('a new e-mail needs the password and the link sent to it; the old one is told', async () => {
  const person = await newUserWithPassword(t)
  const email = `new.${person.email}`
  const ask = (currentPassword: string) => t.call(person, auth.changeEmail, { body: { email, currentPassword } })

  expect((await ask('a guess')).status).toBe(422)
  expect((await ask(rightPassword)).status).toBe(204)
  await t.runJobs()
  expect((await browser.signIn(email)).status).toBe(401)

  const { token } = linkIn(await mails.lastTo(email))
  const confirm = () => t.call(null, auth.confirmEmail, { body: { token } })
  const statuses = (await Promise.all([confirm(), confirm()])).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([204, 422])
  expect((await t.call(person, auth.me)).body.email).toBe(email)
  expect((await browser.signIn(email)).status).toBe(200)
  expect((await browser.signIn(person.email)).status).toBe(401)
  await t.runJobs()
  const told = await mails.lastTo(person.email)
  expect(told.subject).toBe('Your e-mail was changed')
  expect(told.textBody).toContain(email)
})

test('a new password kills the link to a new e-mail, however it was chosen', async () => {
  const [changer, resetter] = [await newUserWithPassword(t), await newUserWithPassword(t)]
  const linkOf = async (person: TestUser) => {
    const email = `new.${person.email}`
    await t.call(person, auth.changeEmail, { body: { email, currentPassword: rightPassword } })
    await t.runJobs()
    return linkIn(await mails.lastTo(email)).token
  }
  const tokens = [await linkOf(changer), await linkOf(resetter)]

  await t.call(changer, auth.changePassword, { body: { currentPassword: rightPassword, newPassword } })
  await t.call(null, auth.forgotPassword, { body: { email: resetter.email } })
  await t.runJobs()
  const { token: reset } = linkIn(await mails.lastTo(resetter.email))
  expect((await t.call(null, auth.resetPassword, { body: { token: reset, password: newPassword } })).status).toBe(204)

  for (const token of tokens) expect((await t.call(null, auth.confirmEmail, { body: { token } })).status).toBe(422)
})

test('the address of somebody else is not to be had, and nothing tells that it is one', async () => {
  const [person, other] = [await newUserWithPassword(t), await newUserWithPassword(t)]
  const body = { email: other.email, currentPassword: rightPassword }
  expect((await t.call(person, auth.changeEmail, { body })).status).toBe(204)
  await t.runJobs()
  expect(await mails.to(other.email)).toEqual([])
})

test('an address that was taken after the link was sent stays whose it is', async () => {
  const [person, other] = [await newUserWithPassword(t), await newUserWithPassword(t)]
  const email = `late.${person.email}`
  await t.call(person, auth.changeEmail, { body: { email, currentPassword: rightPassword } })
  await t.runJobs()
  await t.everything.updateTable('users').set({ email }).where('id', '=', other.id).execute()
  const { token } = linkIn(await mails.lastTo(email))
  expect((await t.call(null, auth.confirmEmail, { body: { token } })).status).toBe(409)
})

test('the console prints a reset link for an admin, and only for one', async () => {
  const [admin, member] = [await t.newUser({ role: 'admin' }), await t.newUser()]
  const link = await adminResetLink(t.config, admin.email.toUpperCase())
  const token = new URL(link).hash.slice(1)
  expect((await t.call(null, auth.resetPassword, { body: { token, password: newPassword } })).status).toBe(204)
  expect((await browser.signIn(admin.email, newPassword)).status).toBe(200)
  await expect(adminResetLink(t.config, member.email)).rejects.toThrow(StartError)
  await expect(adminResetLink(t.config, 'nobody@physique57.example')).rejects.toThrow(StartError)
})
