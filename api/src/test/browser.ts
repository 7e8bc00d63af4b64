import type { SignedIn } from '@physique57/contracts'
import { hashPassword } from '../features/auth/passwords.ts'
import type { NewUser, TestApp, TestUser } from './test-app.ts'

export const rightPassword = 'barre at seven, stretch at eight'
let hashed: Promise<string> | undefined

/** Somebody who can sign in with `rightPassword`. */
export async function newUserWithPassword(t: TestApp, input: NewUser = {}): Promise<TestUser> {
  const user = await t.newUser(input)
  hashed ??= hashPassword(rightPassword)
  await t.everything
    .insertInto('userCredentials')
    .values({ userId: user.id, passwordHash: await hashed })
    .execute()
  return user
}

export interface Answered {
  status: number
  /** Nothing after signing out, a problem when refused. */
  body: SignedIn
  /** The refresh token it set, as the browser would keep it. */
  cookie: string | undefined
  setCookie: string
  headers: Record<string, unknown>
}

type Headers = Record<string, string>

/** What a browser sends to sign in and to stay so. */
export function browserOf(t: TestApp) {
  const post = async (path: string, headers: Headers, payload?: object): Promise<Answered> => {
    const response = await t.send({ method: 'POST', url: `/api/auth/${path}`, headers, ...(payload && { payload }) })
    return {
      status: response.statusCode,
      body: JSON.parse(response.body || 'null') as SignedIn,
      cookie: response.cookies.find(({ name }) => name === 'refresh')?.value,
      setCookie: String(response.headers['set-cookie'] ?? ''),
      headers: response.headers,
    }
  }
  const withCookie = (cookie: string | undefined, headers: Headers) => ({
    ...(cookie !== undefined && { cookie: `refresh=${cookie}` }),
    ...headers,
  })
  return {
    signIn: (email: string, password = rightPassword, headers: Headers = {}) =>
      post('login', headers, { email, password }),
    refresh: (cookie?: string, headers: Headers = {}) => post('refresh-token', withCookie(cookie, headers)),
    signOut: (cookie?: string, headers: Headers = {}) => post('logout', withCookie(cookie, headers)),
    statusWith: async (accessToken: string, path = '/api/auth/me'): Promise<number> =>
      (await t.send({ url: path, headers: { authorization: `Bearer ${accessToken}` } })).statusCode,
  }
}
