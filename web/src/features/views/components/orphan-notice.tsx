import { Unlink } from 'lucide-react'
import { Banner } from '../../../components/ui/banner.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { contentOf } from '../view-search.ts'
import type { ListAtHand } from './at-hand.ts'

/** The view behind this list is gone, or was never for this person; the list stays. */
export default function OrphanNotice({ opened, onOpen }: ListAtHand) {
  return (
    <Banner
      icon={Unlink}
      action={
        <Button size="sm" onClick={() => onOpen(contentOf(opened.search))}>
          Keep the filters
        </Button>
      }
    >
      The saved view behind this list was deleted, or is not shared with you. What it showed is still here.
    </Banner>
  )
}
