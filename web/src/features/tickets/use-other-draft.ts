import { useEffect, useRef } from 'react'
import { toast } from '../../components/ui/toast.tsx'
import type { DraftContent } from '../../lib/choose-draft.ts'
import type { DraftKey } from '../../lib/device-drafts.ts'
import { formatShort } from '../../lib/format.ts'
import { useOtherDrafts } from '../../lib/server-drafts.ts'
import { useTimeZone } from '../../stores/auth-store.ts'

/**
 * Two drafts of one thing, typed apart on two devices: the newer is open, and the older is offered. `exchange` puts one in the
 * place of the other and gives back what it replaced.
 */
export function useOtherDraft(key: DraftKey, exchange: (content: DraftContent) => DraftContent): void {
  const zone = useTimeZone()
  const other = useOtherDrafts((others) => others[key])
  const latest = useRef(exchange)
  latest.current = exchange
  useEffect(() => {
    if (!other) return
    toast.info('You typed this on two devices: the newer is open', {
      id: `other ${key}`,
      description: `The other one is of ${formatShort(other.savedAt, zone)}`,
      action: {
        label: 'Use the other',
        onClick: () => {
          const replaced = latest.current(other.content)
          toast.undo('The older draft is open', () => latest.current(replaced))
        },
      },
    })
    useOtherDrafts.setState({ [key]: undefined })
  }, [other, key, zone])
}
