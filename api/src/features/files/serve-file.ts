import type { FastifyReply } from 'fastify'
import { type ByteRange, type Files, NoBytesError, type Part } from '../../adapters/files/files.ts'
import type { Context } from '../../context.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import { byteRange } from './byte-range.ts'
import type { FileRow } from './files.queries.ts'
import { isShownInline } from './shown-inline.ts'

/** Whatever is in it, it can run nothing and load nothing. */
const INERT = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
/** Browsers show no PDF in a sandbox of ours; their viewer is one of its own. */
const INERT_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'"

type Served = Pick<FileRow, 'id' | 'name' | 'contentType' | 'size' | 'sha256'>

/** The file, or the part of it that is asked for, or 304. */
export async function serveFile({ files }: Context, reply: FastifyReply, file: Served, { download = false } = {}) {
  const isInline = isShownInline(file)
  reply
    .type(isInline ? file.contentType : 'application/octet-stream')
    .header('Content-Disposition', disposition(isInline && !download ? 'inline' : 'attachment', file.name))
    .header('Content-Security-Policy', file.contentType === 'application/pdf' ? INERT_PDF : INERT)
  if (isUnchanged(reply, file, 'original')) return reply.code(304).send()

  const { range: wanted, 'if-range': ifRange } = reply.request.headers
  const range = ifRange && ifRange !== etagOf(file, 'original') ? 'whole' : byteRange(wanted, file.size)
  if (range === 'none') {
    reply.header('Content-Range', `bytes */${file.size}`)
    throw new AppError('range_not_satisfiable', `It has ${file.size} bytes.`)
  }
  reply.header('Accept-Ranges', 'bytes')
  if (range === 'whole') {
    reply.header('Content-Length', file.size)
    return read(files, file.id, 'original')
  }
  reply
    .code(206)
    .header('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`)
    .header('Content-Length', range.end - range.start + 1)
  return read(files, file.id, 'original', range)
}

export async function serveThumbnail({ files }: Context, reply: FastifyReply, file: FileRow) {
  if (file.thumbnail !== 'ready') throw new AppError('not_found', 'There is no small picture of it.')
  reply.type('image/webp').header('Content-Security-Policy', INERT)
  if (isUnchanged(reply, file, 'thumbnail')) return reply.code(304).send()
  return read(files, file.id, 'thumbnail')
}

/** Its row goes first, so whoever looked it up a moment before finds no bytes. */
const read = (files: Files, id: string, part: Part, range?: ByteRange) =>
  files.read(id, part, range).catch((error: unknown) => {
    throw error instanceof NoBytesError ? notFound('This file') : error
  })

/** The same bytes for ever, but asked for each time, because rights change. */
function isUnchanged(reply: FastifyReply, file: Served, part: Part): boolean {
  const etag = etagOf(file, part)
  reply.header('ETag', etag)
  return reply.request.headers['if-none-match'] === etag
}

const etagOf = ({ id, sha256 }: Served, part: Part) =>
  `"${part === 'thumbnail' ? `${id}-small` : (sha256?.toString('base64url') ?? id)}"`

/** Quotes and anything beyond ASCII only in the encoded form, which is the one browsers take. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
