import { Worker } from 'node:worker_threads'
import { AppError } from '../../http/app-error.ts'
import type { PdfReport } from './pdf-document.ts'

/** Setting the lines takes seconds of one processor: that is done beside this thread, which has others to serve. */
export function writePdf(report: PdfReport): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: report,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  })
  // a process that is asked to leave does not wait for it
  thread.unref()
  const overdue = setTimeout(() => reject(new AppError('unprocessable', tooMuch)), longestMs)
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.once('exit', () => reject(new Error('The PDF was not finished')))
  return promise.finally(() => {
    clearTimeout(overdue)
    return thread.terminate()
  })
}

const longestMs = 5 * 60_000
const tooMuch = 'This is too much for a PDF. Take fewer tickets or columns, or CSV or Excel.'
