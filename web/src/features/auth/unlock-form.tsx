import { Avatar } from '../../components/ui/avatar.tsx'
import { Button } from '../../components/ui/button.tsx'
import type { Someone } from '../../stores/auth-store.ts'
import { AuthPage } from './auth-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface UnlockFormProps {
  person: Someone
  onSomebodyElse: () => void
  isLocked?: boolean
}

/** Somebody known by name shows that it is them. */
export function UnlockForm({ person, onSomebodyElse, isLocked = true }: UnlockFormProps) {
  return (
    <AuthPage
      title={isLocked ? 'Locked' : 'Welcome back'}
      lead={isLocked && 'Your password brings you back to where you were. What you had typed is kept.'}
    >
      <p className="flex items-center gap-3 text-lg font-medium">
        <Avatar person={person} size={40} decorative />
        <span className="min-w-0 [overflow-wrap:anywhere]">{person.name}</span>
      </p>
      <SignInForm person={person} {...(isLocked && { submit: { idle: 'Unlock', busy: 'Unlocking' } })} />
      <Button onClick={onSomebodyElse}>Somebody else</Button>
    </AuthPage>
  )
}
