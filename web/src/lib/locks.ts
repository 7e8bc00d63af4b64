/** Runs `task` while no other tab of this browser runs one of the same name. Without Web Locks (plain http on another host) it just runs. */
export function withLock<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request(name, signal ? { signal } : {}, task) : task()
}

/** To the other tabs of this browser. */
export const channel = (name: string): BroadcastChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
