/** Runs at once when the page is seen, else as soon as it is: a message shown to nobody is lost. */
export function whenVisible(task: () => void): { run: () => void; stop: () => void } {
  const later = (): void => {
    if (document.hidden) return
    stop()
    task()
  }
  const stop = (): void => document.removeEventListener('visibilitychange', later)
  const run = (): void => {
    if (document.hidden) document.addEventListener('visibilitychange', later)
    else task()
  }
  return { run, stop }
}
