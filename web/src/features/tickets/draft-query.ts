import { queryOptions } from '@tanstack/react-query'
import type { DraftKey } from '../../lib/device-drafts.ts'
import { openDraft } from '../../lib/server-drafts.ts'

/** Asked once each time a form opens; from then on the form is what counts. Never fails: without the server there is this device. */
export const draftQuery = (key: DraftKey) =>
  queryOptions({ queryKey: ['drafts', 'opened', key], queryFn: () => openDraft(key), staleTime: Infinity, gcTime: 0 })
