import { z } from 'zod'
import { Id, idParams, lineOfText, NamedRef, Timestamp } from './common.ts'
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

const Email = z.email().max(254).toLowerCase()
/** One that exists, right or wrong. */
const Password = z.string().min(1).max(128)
export const passwordLength = { min: 12, max: 128 }
const NewPassword = z.string().min(passwordLength.min).max(passwordLength.max)
/** 256 bits from a link. */
const LinkToken = z.string().min(1).max(100)

export const Credentials = z.strictObject({ email: Email, password: Password })

export const SignUp = z.strictObject({ name: lineOfText(120), email: Email, password: NewPassword })

/** A device somebody is signed in on. */
export const Session = z.object({
  id: Id,
  /** As the browser describes itself. */
  userAgent: z.string().nullable(),
  signedInAt: Timestamp,
  /** To within ten minutes. */
  lastSeenAt: Timestamp,
  /** The one that asks. */
  isCurrent: z.boolean(),
})
export type Session = z.infer<typeof Session>

const nothing = { response: z.undefined(), status: 204 } as const

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
    ...nothing,
  }),
  me: endpoint({ method: 'GET', path: '/auth/me', summary: 'Who is signed in', response: Me }),

  forgotPassword: endpoint({
    method: 'POST',
    path: '/auth/forgot-password',
    summary: 'Mail a reset link, if this address has an account; the answer does not tell',
    auth: 'public',
    body: z.strictObject({ email: Email }),
    ...nothing,
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/auth/reset-password',
    summary: 'Choose a new password with the token of a reset link; ends all sessions',
    auth: 'public',
    body: z.strictObject({ token: LinkToken, password: NewPassword }),
    ...nothing,
  }),

  options: endpoint({
    method: 'GET',
    path: '/auth/options',
    summary: 'Who may sign up: anybody with an address at one of these domains',
    auth: 'public',
    response: z.object({ signUpDomains: z.array(z.string()) }),
  }),
  signUp: endpoint({
    method: 'POST',
    path: '/auth/signup',
    summary:
      'Ask for an account; a link to confirm the address is mailed. The answer does not tell who has one already',
    auth: 'public',
    body: SignUp,
    ...nothing,
  }),
  confirmSignUp: endpoint({
    method: 'POST',
    path: '/auth/confirm-signup',
    summary: 'Make the account with the token of the link and the password chosen, and sign in',
    auth: 'public',
    body: z.strictObject({ token: LinkToken, password: Password }),
    response: SignedIn,
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/auth/set-up',
    summary: 'Make the first admin of an empty system with the token of the link its start printed, and sign in',
    auth: 'public',
    body: SignUp.extend({ token: LinkToken }),
    response: SignedIn,
  }),

  sessions: endpoint({
    method: 'GET',
    path: '/auth/sessions',
    summary: 'The devices one is signed in on, the last used first',
    response: z.object({ items: z.array(Session) }),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/auth/sessions/:id',
    summary: 'Sign out one of one’s own devices',
    params: idParams,
    ...nothing,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/auth/change-password',
    summary: 'Change one’s password; ends the other sessions',
    body: z.strictObject({ currentPassword: Password, newPassword: NewPassword }),
    ...nothing,
  }),
  changeEmail: endpoint({
    method: 'POST',
    path: '/auth/change-email',
    summary: 'Mail a link to a new address; one’s own is replaced when that is opened',
    body: z.strictObject({ currentPassword: Password, email: Email }),
    ...nothing,
  }),
  confirmEmail: endpoint({
    method: 'POST',
    path: '/auth/confirm-email',
    summary: 'Replace one’s address with the token of the link mailed to the new one; the old one is told',
    auth: 'public',
    body: z.strictObject({ token: LinkToken }),
    ...nothing,
  }),
}
