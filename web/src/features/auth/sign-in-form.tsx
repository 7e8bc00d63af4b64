import { auth } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { hasCode, messageOf } from '../../lib/problem.ts'
import { startSession } from '../../lib/session.ts'
import { emailProblem, onlyWrong } from './check-fields.ts'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { props, wrong, isBusy } = usePlainForm({
    names: ['email', 'password'],
    check: ({ email, password }) =>
      onlyWrong({
        email: emailProblem(email),
        password: password === '' ? 'Enter your password.' : undefined,
      }),
    send: (body) => call(auth.login, { body }),
    onDone: (session) => {
      startSession(session)
      onSignedIn()
    },
    explain: (error) => ({ password: reasonOf(error) }),
  })
  return (
    <form {...props} className="grid gap-4">
      <Field label="E-mail" error={wrong.email}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Field>
      <Field label="Password" error={wrong.password}>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" busy={isBusy}>
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
      <Link to="/forgot-password" className={`${textLinkClass} justify-self-start`}>
        Forgotten your password?
      </Link>
    </form>
  )
}

const reasonOf = (error: unknown): string =>
  hasCode(error, 'wrong_credentials') ? 'E-mail or password is not right. Check both and try again.' : messageOf(error)
