import { auth } from '@physique57/contracts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { handle, handleAnonymous } from '../../http/handle.ts'
import { consume } from '../../http/rate-limits.ts'
import { type Admission, refresh, signIn, signOut, whoAmI } from './auth.service.ts'
import { absoluteDays } from './refresh-rule.ts'

const cookieName = 'refresh'

export function authRoutes(app: FastifyInstance): void {
  const { rateLimits } = app
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(app.deps.config.baseUrl).hostname)
  const cookieOptions = { httpOnly: true, sameSite: 'strict', secure: !isLocal, path: '/api/auth' } as const

  const admit = (reply: FastifyReply, { answer, cookie }: Admission) => {
    reply.setCookie(cookieName, cookie, { ...cookieOptions, maxAge: absoluteDays * 86_400 })
    return answer
  }

  handleAnonymous(app, auth.login, async ({ deps, request, reply, body }) => {
    await consume(rateLimits.signInByIp, request.ip)
    await consume(rateLimits.signInByEmail, body.email)
    const admission = await signIn(deps, body, request.headers['user-agent'])
    // only failures count: a studio signs in from one address
    await rateLimits.signInByEmail.delete(body.email)
    await rateLimits.signInByIp.reward(request.ip)
    return admit(reply, admission)
  })
  handleAnonymous(app, auth.refresh, async ({ deps, request, reply }) =>
    admit(reply, await refresh(deps, request.cookies[cookieName])),
  )
  handleAnonymous(app, auth.logout, async ({ deps, request, reply }) => {
    await signOut(deps, request.cookies[cookieName])
    reply.clearCookie(cookieName, cookieOptions)
  })
  handle(app, auth.me, ({ ctx }) => whoAmI(ctx))
}
