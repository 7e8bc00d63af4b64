import { watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.ts'

const repository = path.resolve(import.meta.dirname, '../../..')

/** Not `node --watch`: its watcher would outlive a supervisor that was killed. */
export function restartOnChange(children: Child[], say: (line: string) => void): Disposable {
  let isWaiting = false
  let last = Promise.resolve()

  const changed = (file: string | null) => {
    if (isWaiting || !file?.endsWith('.ts') || file.endsWith('.test.ts')) return
    isWaiting = true
    last = last.then(async () => {
      // Editors and git write several files at once.
      await sleep(100)
      isWaiting = false
      say(`${file} changed.`)
      await Promise.all(children.map((child) => child.restart()))
    })
  }
  const watchers = ['api/src', 'contracts/src'].map((folder) =>
    watch(path.join(repository, folder), { recursive: true }, (_, file) => changed(file)),
  )
  return {
    [Symbol.dispose]() {
      for (const watcher of watchers) watcher.close()
    },
  }
}
