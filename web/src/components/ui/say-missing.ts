import { toast } from './toast.tsx'

/** What was pressed could not be loaded; the page stays, and loading it again is theirs to choose. */
export function sayMissing(): void {
  const why = navigator.onLine
    ? 'This could not be loaded. There may be a newer version of the app.'
    : 'You are offline, and this has not been opened here before.'
  toast.error(`${why} What you typed is kept.`, {
    id: 'missing-part',
    action: { label: 'Reload', onClick: () => window.location.reload() },
  })
}
