import { LockKeyhole } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../components/ui/button.tsx'
import { Dialog } from '../components/ui/dialog.tsx'

interface StillThereProps {
  /** null: nobody is asked now. */
  secondsLeft: number | null
  onStay: () => void
  onLock: () => void
}

/** Asks before a shared device locks. */
export default function StillThere({ secondsLeft, onStay, onLock }: StillThereProps) {
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      role="alertdialog"
      open={secondsLeft !== null}
      onOpenChange={onStay}
      title="Are you still there?"
      initialFocus={stay}
      footer={
        <>
          <Button icon={LockKeyhole} onClick={onLock}>
            Lock now
          </Button>
          <Button ref={stay} variant="primary" onClick={onStay}>
            I am here
          </Button>
        </>
      }
    >
      <p>
        This device locks <span className="sr-only">in a moment</span>
        <span aria-hidden="true" className="num">
          in {secondsLeft} s
        </span>
        , because several people use it. What you typed is kept and comes back with your password.
      </p>
    </Dialog>
  )
}
