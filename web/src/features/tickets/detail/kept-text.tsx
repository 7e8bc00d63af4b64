import { Copy, Trash2 } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { toast } from '../../../components/ui/toast.tsx'

interface KeptTextProps {
  text: string
  onDiscard: () => void
}

/** What somebody was writing when the ticket was taken away from them: still theirs, to copy or to let go. */
export function KeptText({ text, onDiscard }: KeptTextProps) {
  if (text.trim() === '') return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success('Copied'),
      () => toast.error('The browser did not allow it. Select the text and copy it by hand.'),
    )
  return (
    <section aria-label="What you were writing" className="w-full rounded-lg border border-line p-3 text-left">
      <h2 className="font-semibold text-sm touch:text-lg">What you were writing</h2>
      <p className="mt-1 max-h-[40dvh] overflow-y-auto whitespace-pre-line text-ink text-lg [overflow-wrap:anywhere]">
        {text}
      </p>
      <div className="mt-3 flex gap-2">
        <Button icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        <Button variant="ghost" icon={Trash2} onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </section>
  )
}
