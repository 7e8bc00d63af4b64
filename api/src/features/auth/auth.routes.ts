import { auth, filesPaths } from '@physique57/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../http/app-error.ts'
import { filesCookie } from '../../http/authenticate.ts'
import { handle, handleAnonymous } from '../../http/handle.ts'
import { consume } from '../../http/rate-limits.ts'
import { type Admission, refresh, signIn, signOut, whoAmI } from './auth.service.ts'
import { changeEmail, confirmEmail, endSession, listSessions } from './own-account.service.ts'
import { refuseCommonPassword } from './password-rule.ts'
import { changePassword, forgotPassword, resetPassword } from './passwords.service.ts'
import { absoluteDays } from './refresh-rule.ts'
import { confirmSignUp, setUp, signUp } from './sign-up.service.ts'

const cookieName = 'refresh'

const isAboutPassword = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'wrong_credentials' || error.code === 'unprocessable')

export function authRoutes(app: FastifyInstance): void {
  const { rateLimits } = app
  const { passwordTries } = rateLimits
  const { baseUrl, signUpDomains } = app.deps.config
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(baseUrl).hostname)
  const cookieOptions = { httpOnly: true, sameSite: 'strict', secure: !isLocal, path: '/api/auth' } as const
  const filesCookies = filesPaths.map((path) => ({ ...cookieOptions, path }))

  const admit = (reply: FastifyReply, admission: Admission) => {
    const maxAge = absoluteDays * 86_400
    reply.setCookie(cookieName, admission.cookie, { ...cookieOptions, maxAge })
    for (const options of filesCookies) reply.setCookie(filesCookie, admission.filesCookie, { ...options, maxAge })
    return admission.answer
  }
  /** Only failures count: a studio signs in from one address. */
  const tryPassword = async <T>({ ip }: FastifyRequest, key: string, attempt: () => Promise<T>): Promise<T> => {
    await consume(rateLimits.signInByIp, ip)
    await passwordTries.begin(key)
    const result = await attempt().catch(async (error: unknown) => {
      if (!isAboutPassword(error)) await passwordTries.forgive(key)
      throw error
    })
    await passwordTries.forget(key)
    await rateLimits.signInByIp.reward(ip)
    return result
  }
  /** Before anything is looked up, so that the limit tells nothing either. */
  const limitMails = async ({ ip }: FastifyRequest, key: string) => {
    await consume(rateLimits.mailsByIp, ip)
    await consume(rateLimits.mailsByMinute, key)
    await consume(rateLimits.mailsByHour, key)
  }
  const userAgentOf = (request: FastifyRequest) => request.headers['user-agent']

  handleAnonymous(app, auth.login, async ({ deps, request, reply, body }) =>
    admit(reply, await tryPassword(request, body.email, () => signIn(deps, body, userAgentOf(request)))),
  )
  handleAnonymous(app, auth.refresh, async ({ deps, request, reply }) =>
    admit(reply, await refresh(deps, request.cookies[cookieName])),
  )
  handleAnonymous(app, auth.logout, async ({ deps, request, reply }) => {
    await signOut(deps, request.cookies[cookieName])
    reply.clearCookie(cookieName, cookieOptions)
    for (const options of filesCookies) reply.clearCookie(filesCookie, options)
  })
  handle(app, auth.me, ({ ctx }) => whoAmI(ctx))

  handleAnonymous(app, auth.forgotPassword, async ({ deps, request, body }) => {
    await limitMails(request, body.email)
    await forgotPassword(deps, body.email)
  })
  handleAnonymous(app, auth.resetPassword, async ({ deps, request, body }) => {
    await consume(rateLimits.signInByIp, request.ip)
    await passwordTries.forget(await resetPassword(deps, body))
    await rateLimits.signInByIp.reward(request.ip)
  })

  handleAnonymous(app, auth.options, async () => ({ signUpDomains }))
  handleAnonymous(app, auth.signUp, async ({ deps, request, body }) => {
    await limitMails(request, `sign-up:${body.email}`)
    await signUp(deps, body)
  })
  handleAnonymous(app, auth.confirmSignUp, async ({ deps, request, reply, body }) =>
    admit(reply, await tryPassword(request, body.token, () => confirmSignUp(deps, body, userAgentOf(request)))),
  )
  handleAnonymous(app, auth.setUp, async ({ deps, request, reply, body }) => {
    await consume(rateLimits.signInByIp, request.ip)
    return admit(reply, await setUp(deps, body, userAgentOf(request)))
  })

  handle(app, auth.sessions, ({ ctx }) => listSessions(ctx))
  handle(app, auth.endSession, ({ ctx, params }) => endSession(ctx, params.id))
  handle(app, auth.changePassword, async ({ ctx, body, reply }) => {
    refuseCommonPassword(body.newPassword, 'newPassword')
    await tryPassword(reply.request, ctx.claims.userId, () => changePassword(ctx, body))
  })
  handle(app, auth.changeEmail, async ({ ctx, body, reply }) => {
    await limitMails(reply.request, ctx.claims.userId)
    await tryPassword(reply.request, ctx.claims.userId, () => changeEmail(ctx, body))
  })
  handleAnonymous(app, auth.confirmEmail, ({ deps, body }) => confirmEmail(deps, body.token))
}
