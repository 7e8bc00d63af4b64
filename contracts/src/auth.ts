import { z } from 'zod'
import { Id, NamedRef } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Role } from './roles.ts'

/** The signed-in person. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  team: NamedRef.nullable(),
  timeZone: z.string(),
})
export type Me = z.infer<typeof Me>

/** `expiresIn` in seconds. The refresh token travels as an HttpOnly cookie only. */
export const SignedIn = z.object({ accessToken: z.string(), expiresIn: z.int(), user: Me })
export type SignedIn = z.infer<typeof SignedIn>

export const Credentials = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(1).max(128),
})

export const auth = {
  login: endpoint({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in with e-mail and password',
    auth: 'public',
    body: Credentials,
    response: SignedIn,
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/auth/refresh-token',
    summary: 'Exchange the refresh cookie for a new access token',
    auth: 'cookie',
    response: SignedIn,
  }),
  logout: endpoint({
    method: 'POST',
    path: '/auth/logout',
    summary: 'End this session',
    auth: 'cookie',
    response: z.undefined(),
    status: 204,
  }),
  me: endpoint({ method: 'GET', path: '/auth/me', summary: 'Who is signed in', response: Me }),
}
