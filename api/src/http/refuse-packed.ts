import type { FastifyInstance } from 'fastify'
import { AppError } from './app-error.ts'

/** Bodies come as they are: nobody who calls us packs them, and unpacking is where small becomes large. */
export function refusePacked(app: FastifyInstance): void {
  app.addHook('preParsing', async ({ headers }) => {
    const encoding = headers['content-encoding']
    if (encoding && encoding !== 'identity') {
      throw new AppError('unsupported_media_type', 'Send the body as it is, without Content-Encoding.')
    }
  })
}
