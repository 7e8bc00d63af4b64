import { exportKeptHours, type Notification } from '@physique57/contracts'
import { wasToldHere } from '../../lib/told-here.ts'
import { showBulk, useBulkFollowed } from '../bulk/bulk-store.ts'
import { fileOf } from '../exports/api.ts'
import { useExports } from '../exports/exports-store.ts'

/** Whoever follows it on this page is told there, with what can be done about it. */
export function isFollowedHere({ work }: Notification): boolean {
  if (!work || wasToldHere(work.id)) return work !== null
  return work.kind === 'export'
    ? useExports.getState().isFollowing
    : useBulkFollowed.getState().followed.includes(work.id)
}

/** Where the file is, while it is kept. */
export function fileNow({ work, kind, createdAt }: Notification): string | undefined {
  const isKept = Date.parse(createdAt) + exportKeptHours * 3_600_000 > Date.now()
  return work?.kind === 'export' && kind === 'done' && isKept ? fileOf(work) : undefined
}

/** What there is to see of it: which tickets were changed, and the way back. */
export function showWork({ work }: Notification): void {
  if (work?.kind === 'bulk') showBulk('latest')
}
