import { Readable } from 'node:stream'
import { DataStore, type Locker, Server, Upload } from '@tus/server'
import type { FastifyRequest } from 'fastify'
import { type Files, NoRoomError } from '../../adapters/files/files.ts'
import { AppError, notFound } from '../../http/app-error.ts'

const told = ['tus-resumable', 'upload-offset', 'upload-length', 'content-type', 'content-length']

/** The tus protocol (HEAD: how much is there; PATCH: more of it) for one upload whose rights have been checked. */
export function receiver(files: Files) {
  const locker = oneWriterAtATime()
  return async (request: FastifyRequest, upload: { id: string; size: number }): Promise<Response> => {
    let failure: unknown
    const server = new Server({
      path: '/',
      datastore: new UploadStore(files, upload.size),
      locker,
      lockDrainTimeout: 500,
      getFileIdFromRequest: () => upload.id,
      onResponseError: (_, error) => {
        failure = error
        return undefined
      },
    })
    const response = await server.handleWeb(asWebRequest(request))
    if (!response.ok) throw asAppError(response.status, failure)
    return response
  }
}

/** Who may upload what, and how large it is, is known from the database: here are only the bytes. */
class UploadStore extends DataStore {
  readonly #files: Files
  readonly #size: number

  constructor(files: Files, size: number) {
    super()
    this.#files = files
    this.#size = size
  }

  override async getUpload(id: string): Promise<Upload> {
    return new Upload({ id, size: this.#size, offset: await this.#files.received(id) })
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    await this.#files.append(id, offset, bytes)
    return this.#files.received(id)
  }
}

/** A second writer is sent away, and the first asked to end: it may be a connection that died unnoticed. */
function oneWriterAtATime(): Locker {
  const writers = new Map<string, () => void>()
  return {
    newLock: (id) => ({
      lock: async (_, askToEnd) => {
        const writer = writers.get(id)
        if (writer) {
          writer()
          throw new AppError('locked', 'This upload is being written to. Try again in a moment.', { retryAfter: 1 })
        }
        writers.set(id, () => void askToEnd())
      },
      unlock: async () => {
        writers.delete(id)
      },
    }),
  }
}

function asWebRequest({ raw, method, headers }: FastifyRequest): Request {
  const body = method === 'PATCH' ? { body: Readable.toWeb(raw) as ReadableStream, duplex: 'half' as const } : {}
  const known = told.flatMap((name): [string, string][] => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  return new Request('http://localhost/upload', { method, headers: known, ...body })
}

function asAppError(status: number, failure: unknown): AppError {
  if (failure instanceof AppError) return failure
  if (failure instanceof NoRoomError) {
    return new AppError(
      'insufficient_storage',
      'There is no room for files left. Tell an admin; what has arrived is kept.',
    )
  }
  switch (status) {
    case 404:
      return notFound('This upload')
    case 409:
      return new AppError('conflict', 'Upload-Offset is not how much has arrived. Ask with HEAD, and go on from there.')
    case 412:
      return new AppError('stale_version', 'This needs "Tus-Resumable: 1.0.0".')
    case 413:
      return new AppError('too_large', 'This is more than the upload was said to have.')
    case 500:
      return new AppError('unavailable', 'The bytes could not be stored. Try again.', { retryAfter: 2 })
    default:
      return new AppError('invalid_request', 'This is no request of tus 1.0 for an upload.')
  }
}
