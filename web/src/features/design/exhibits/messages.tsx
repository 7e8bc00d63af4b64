import { CloudOff, Info, OctagonAlert } from 'lucide-react'
import { Banner } from '../../../components/ui/banner.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { ToastCard } from '../../../components/ui/toast-card.tsx'
import { Exhibit, Line, Picture } from '../exhibit.tsx'

const nothing = (label: string) => ({ label, onClick: () => undefined })

const act = { label: 'Retry', onClick: () => toast.success('Sent') }

export function MessageExhibit() {
  return (
    <Exhibit
      title="Messages"
      code="toast, Banner, ChangedNotice, FailureNotice"
      about="A toast says what just happened, with one thing to do about it; its clock stops while the pointer or the focus is on it. A banner stays as long as it is true. A dialog says at its head what somebody else changed meanwhile, and why it could not be saved."
    >
      <Line name="Toast">
        <Button onClick={() => toast.success('2 tickets assigned to Rushil')}>Success</Button>
        <Button onClick={() => toast.info('Saved on this phone, sends when back online')}>Info</Button>
        <Button onClick={() => toast.error('Reply not sent. The connection broke.', { action: act })}>Error</Button>
        <Button onClick={() => toast.undo('Ticket deleted', () => toast.info('It is back'))}>With undo</Button>
        <Button
          onClick={() =>
            toast.info(
              'शावर में गरम पानी नहीं आ रहा है, and the changing room of the ladies is closed until the plumber came',
              {
                description: 'P57-4817, Kwality House, Kemps Corner',
              },
            )
          }
        >
          Long words
        </Button>
      </Line>
      <Picture className="grid justify-items-start gap-2 *:max-w-95">
        <ToastCard
          kind="success"
          text="2 tickets assigned to Rushil"
          action={nothing('Undo')}
          close={() => undefined}
        />
        <ToastCard
          kind="error"
          text="Reply not sent. The connection broke."
          action={nothing('Retry')}
          close={() => undefined}
        />
        <ToastCard
          kind="info"
          text="शावर में गरम पानी नहीं आ रहा है"
          description="P57-4817, Kwality House, Kemps Corner"
          close={() => undefined}
        />
      </Picture>
      <div className="overflow-hidden rounded-lg border border-line *:last:border-b-0">
        <Banner icon={Info}>You see what was here at 18:40.</Banner>
        <Banner icon={CloudOff} tone="amber" action={<Button size="sm">Try again</Button>}>
          Offline. 2 tickets wait to be sent.
        </Banner>
        <Banner icon={OctagonAlert} tone="red">
          The ticket was deleted by Noorani Bandelkar a minute ago.
        </Banner>
      </div>
      <div className="grid max-w-110 gap-2">
        <ChangedNotice
          changes={[
            { field: 'Status', now: 'Pending' },
            { field: 'Assignee', now: 'Noorani Bandelkar' },
          ]}
        />
        <FailureNotice why="The ticket was closed meanwhile. Reopen it to change its priority." />
      </div>
    </Exhibit>
  )
}
