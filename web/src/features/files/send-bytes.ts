import { Upload } from 'tus-js-client'
import { OfflineError, ProblemError } from '../../lib/problem.ts'
import { refreshSession } from '../../lib/session.ts'
import { useAuth } from '../../stores/auth-store.ts'

interface Sending {
  onProgress: (sent: number) => void
  signal: AbortSignal
}

/** Sends what the server does not have yet, and goes on by itself after short breaks of the line. */
export function sendBytes(data: Blob, url: string, { onProgress, signal }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(data, {
      uploadUrl: url,
      retryDelays: [500, 1000, 2000, 4000, 8000],
      // a device may be shared: it remembers no uploads
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => request.setHeader('Authorization', `Bearer ${useAuth.getState().token ?? ''}`),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 401) void refreshSession()
        return status === 0 || status >= 500 ? status !== 507 : [401, 409, 423, 429].includes(status)
      },
      onProgress,
      onSuccess: () => resolve(),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        reject(asProblem(response?.getBody()) ?? new OfflineError())
      },
    })
    signal.addEventListener('abort', () => {
      void upload.abort()
      reject(signal.reason)
    })
    upload.start()
  })
}

function asProblem(body: string | undefined): ProblemError | undefined {
  try {
    return body ? new ProblemError(JSON.parse(body)) : undefined
  } catch {
    return undefined
  }
}
