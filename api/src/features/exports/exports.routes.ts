import { exporting } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { consume } from '../../http/rate-limits.ts'
import { disposition, serveFile } from '../files/serve-file.ts'
import { cancelExport, exportTickets, getExport, getExportFile, listExports } from './exports.service.ts'

export function exportRoutes(app: FastifyInstance): void {
  handle(app, exporting.tickets, async ({ ctx, body, reply }) => {
    await consume(app.rateLimits.exports, ctx.claims.userId)
    const result = await exportTickets(ctx, body)
    if (!('bytes' in result)) return result
    reply.type(result.type).header('Content-Disposition', disposition('attachment', result.name))
    return result.bytes
  })
  handle(app, exporting.list, ({ ctx }) => listExports(ctx))
  handle(app, exporting.get, ({ ctx, params }) => getExport(ctx, params.id))
  handle(app, exporting.file, async ({ ctx, params, reply }) =>
    serveFile(ctx, reply, await getExportFile(ctx, params.id), { download: true }),
  )
  handle(app, exporting.cancel, ({ ctx, params }) => cancelExport(ctx, params.id))
}
