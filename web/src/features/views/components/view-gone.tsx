import { Unlink } from 'lucide-react'
import { ButtonLink } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { useDocumentTitle } from '../../../lib/document-title.ts'

/** A link to a view that was deleted, or is not shared with whoever follows it. */
export default function ViewGone() {
  useDocumentTitle('View not found')
  return (
    <EmptyState
      icon={Unlink}
      title="This view is not there for you"
      actions={
        <ButtonLink to="/tickets" search={{ view: 'open' }}>
          Show open tickets
        </ButtonLink>
      }
    >
      It was deleted, or it belongs to somebody else or to another team. Whoever sent you the link can share it with
      everyone, or send you the filters.
    </EmptyState>
  )
}
