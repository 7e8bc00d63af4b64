import { Button } from '../../../components/ui/button.tsx'
import { formatTime } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'

/** Says that what was typed is kept on this device, and lets go of it. */
export function DraftNote({ savedAt, onDiscard }: { savedAt: number | null; onDiscard: () => void }) {
  const zone = useTimeZone()
  if (savedAt === null) return null
  return (
    <span className="flex items-center gap-1 text-ink-3 text-xs touch:text-sm">
      <span className="num whitespace-nowrap">
        Draft saved <span className="max-md:hidden">{formatTime(savedAt, zone)}</span>
      </span>
      <Button variant="ghost" size="sm" onClick={onDiscard} className="touch:px-2! touch:text-sm!">
        Discard
      </Button>
    </span>
  )
}
