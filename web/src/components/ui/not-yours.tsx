import { LockKeyhole } from 'lucide-react'
import { useAuth } from '../../stores/auth-store.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** It exists, everybody may know that it does, and this role does not have it; trying again would change nothing. */
export function NotYours() {
  const email = useAuth((state) => state.user?.email)
  return (
    <div role="alert">
      <EmptyState
        icon={LockKeyhole}
        title="This is not for your role"
        actions={<ButtonLink to="/tickets">Go to tickets</ButtonLink>}
      >
        <p className="[overflow-wrap:anywhere]">
          You are signed in as {email}. If your work needs it, ask an admin to change your role.
        </p>
      </EmptyState>
    </div>
  )
}
