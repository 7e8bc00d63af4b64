import { Button } from '../../../components/ui/button.tsx'
import { Loader } from '../../../components/ui/loader.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { Exhibit } from '../exhibit.tsx'

export function WaitingExhibit() {
  return (
    <Exhibit
      title="Waiting"
      code="Loader, Loading, Skeleton"
      about="The shape of what comes where it is known, a bar with words where work takes its time. No spinners. Nothing moves for those who asked for that."
    >
      <Loader label="ac-panel.jpg" done={74} action={<Button size="sm">Cancel</Button>} />
      <Loader label="Exporting 1,204 tickets" done={0} />
      <Loader label="Looking for tickets that look like this one" />
      <Loading label="Tickets are loading" className="border-t border-line">
        {['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4'].map((width) => (
          <div key={width} className="flex h-10 items-center gap-3 border-b border-line px-1">
            <Skeleton className="w-8" />
            <span className="min-w-0 flex-1">
              <Skeleton className={width} />
            </span>
            <Skeleton className="w-16" />
            <Skeleton isRound />
          </div>
        ))}
      </Loading>
    </Exhibit>
  )
}
