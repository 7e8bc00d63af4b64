import { Button } from '../../../components/ui/button.tsx'
import { formatTime } from '../../../lib/format.ts'
import { useDraftSaving } from '../../../lib/server-drafts.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'

/** Says that what was typed is kept, and where while it is on this device only; and lets go of it. */
export function DraftNote({ savedAt, onDiscard }: { savedAt: number | null; onDiscard: () => void }) {
  const zone = useTimeZone()
  const isFailing = useDraftSaving((drafts) => drafts.isFailing)
  if (savedAt === null) return null
  return (
    <span className="flex items-center gap-1 text-ink-3 text-xs touch:text-sm">
      <span className="num whitespace-nowrap">
        {isFailing ? 'Kept on this device' : 'Draft saved'}{' '}
        <span className="max-md:hidden">{formatTime(savedAt, zone)}</span>
      </span>
      <Button variant="ghost" size="sm" onClick={onDiscard} className="touch:px-2! touch:text-sm!">
        Discard
      </Button>
    </span>
  )
}
