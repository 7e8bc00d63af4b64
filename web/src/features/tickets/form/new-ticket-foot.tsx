import { Camera, CircleAlert } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { useIsTouch } from '../../../lib/media.ts'
import { ChooseFiles } from '../../files/components/choose-files.tsx'

interface NewTicketFootProps {
  /** What keeps it from being logged, in a few words. */
  wrong: string | undefined
  isSending: boolean
  /** For files that are still on their way. */
  isWaiting: boolean
  onPhoto: (files: File[]) => void
  onShowErrors: () => void
}

/** Always in sight: the one thing to do, and what keeps it from being done. */
export function NewTicketFoot({ wrong, isSending, isWaiting, onPhoto, onShowErrors }: NewTicketFootProps) {
  const isTouch = useIsTouch()
  return (
    <footer className="flex-none border-line-strong border-t bg-surface max-md:px-3 max-md:pt-2 max-md:pb-[max(12px,env(safe-area-inset-bottom))] md:border-line">
      <div className="mx-auto flex max-w-[784px] items-center gap-2 md:px-8 md:py-2.5">
        {wrong && (
          <button
            type="button"
            onClick={onShowErrors}
            className="flex min-w-0 items-center gap-1 font-medium text-red text-xs underline underline-offset-3 max-md:hidden"
          >
            <CircleAlert aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
            <span className="clip">{wrong}</span>
          </button>
        )}
        <span className="flex-1 max-md:hidden" />
        {isTouch && <ChooseFiles label="Add a photo" icon={Camera} camera iconOnly="outline" onChoose={onPhoto} />}
        <Button
          type="submit"
          variant="primary"
          shortcut="Ctrl ↵"
          busy={isSending || isWaiting}
          className="max-md:flex-1"
        >
          {isWaiting ? 'Waiting for files' : 'Log ticket'}
        </Button>
      </div>
    </footer>
  )
}
