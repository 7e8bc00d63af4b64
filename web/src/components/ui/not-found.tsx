import { SearchX } from 'lucide-react'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** Not there, or not yours: the two look the same on purpose, because the difference would already tell something. */
export function NotFound({ what = 'page' }: { what?: 'page' | 'ticket' }) {
  return (
    <EmptyState
      heading="h1"
      icon={SearchX}
      title={`This ${what} is not here`}
      actions={<ButtonLink to="/tickets">Go to tickets</ButtonLink>}
    >
      <p>
        {what === 'ticket'
          ? 'It may have been deleted or merged, or it belongs to people you do not work with. If you need it, ask whoever sent you the link to add you.'
          : 'The address may be mistyped, or the page has moved.'}
      </p>
    </EmptyState>
  )
}
