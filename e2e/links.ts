import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'

/** The link last mailed to them with this subject. An embedded start prints it, because nobody reads its mail. */
export async function linkMailed(
  to: string,
  subject: string,
  dataDir = process.env.E2E_DATA_DIR ?? '',
): Promise<string> {
  const find = async () => {
    const printed = await readFile(path.join(dataDir, 'logs/worker.log'), 'utf8').catch(() => '')
    const start = `${subject}, for ${to}: `
    const at = printed.lastIndexOf(start)
    return at < 0 ? undefined : /^http\S+#[\w-]{43}/.exec(printed.slice(at + start.length))?.[0]
  }
  await expect.poll(find).toBeTruthy()
  return (await find()) ?? ''
}
