import { ChevronUp, Copy } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Sheet } from '../../../components/ui/sheet.tsx'
import { TicketLines } from '../ticket-lines.tsx'
import { useDuplicates } from './use-duplicates.ts'
import { useKeptDraftToast } from './use-kept-draft-toast.ts'

/** Beside the form: what is open already and may be the same. */
export function DuplicatesAside() {
  const tickets = useDuplicates()
  const keepDraft = useKeptDraftToast()
  return (
    <section aria-label="Possible duplicates" aria-live="polite" className="empty:hidden max-lg:hidden">
      {tickets.length > 0 && (
        <>
          <h2 className="flex items-center gap-1.5 pb-1.5 font-semibold text-sm">
            <Copy aria-hidden className="size-3.5 flex-none text-ink-3" strokeWidth={2} />
            {alike(tickets.length)}
          </h2>
          <TicketLines tickets={tickets} onOpen={keepDraft} />
        </>
      )}
    </section>
  )
}

/** Where there is no room beside the form: one line above the button, so that nothing being filled in moves. */
export function DuplicatesStrip() {
  const tickets = useDuplicates()
  const [open, setOpen] = useState(false)
  const keepDraft = useKeptDraftToast()
  return (
    <section aria-label="Possible duplicates" aria-live="polite" className="flex-none lg:hidden">
      {tickets.length > 0 && <Strip label={alike(tickets.length)} onOpen={() => setOpen(true)} />}
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={alike(tickets.length)}
        footer={<Button onClick={() => setOpen(false)}>Mine is another, go on</Button>}
      >
        <div className="px-4 pb-3 *:border-t-0">
          <TicketLines tickets={tickets} onOpen={keepDraft} />
        </div>
      </Sheet>
    </section>
  )
}

function Strip({ label, onOpen }: { label: string; onOpen: () => void }) {
  // It takes its height from what is scrolled; what one is typing in stays in sight.
  useLayoutEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <button
      type="button"
      onClick={onOpen}
      className="focus-inside flex min-h-11 w-full items-center gap-2 border-line border-t bg-frame px-4 text-left text-base"
    >
      <Copy aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
      <span className="clip flex-1">{label}</span>
      <ChevronUp aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
    </button>
  )
}

const alike = (count: number): string =>
  count === 1 ? 'An open ticket looks like this one' : `${count} open tickets look like this one`
