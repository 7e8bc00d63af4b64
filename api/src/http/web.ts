import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from './app-error.ts'
import { sendProblem } from './problems.ts'

/** The built web application; any path that is no file and not the API's is one of its pages. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const { webDir } = app.deps.config
  const hasWeb = existsSync(path.join(webDir, 'index.html'))
  if (hasWeb) {
    const common = { cacheControl: false, dotfiles: 'ignore' } as const
    await app.register(fastifyStatic, {
      ...common,
      root: webDir,
      wildcard: false,
      globIgnore: ['assets/**'],
      setHeaders: (reply) => reply.header('Cache-Control', 'no-cache'),
    })
    // looked for when asked for: the next build brings others while we run
    await app.register(fastifyStatic, {
      ...common,
      root: path.join(webDir, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      setHeaders: (reply) => reply.header('Cache-Control', 'public, max-age=31536000, immutable'),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      hasWeb &&
      request.method === 'GET' &&
      !/^\/(api|assets)(\/|$)/.test(request.url) &&
      !/\/\.|\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (isPage) return reply.header('Cache-Control', 'no-cache').sendFile('index.html')
    return sendProblem(request, reply, notFound('This address'))
  })
}
