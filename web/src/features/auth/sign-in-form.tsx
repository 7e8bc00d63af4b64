import { auth } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Checkbox } from '../../components/ui/checkbox.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { hasCode, messageOf } from '../../lib/problem.ts'
import { signInBy, startSession } from '../../lib/session.ts'
import type { Someone } from '../../stores/auth-store.ts'
import { useDevice } from '../../stores/device-store.ts'
import { emailProblem, onlyWrong } from './check-fields.ts'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

interface SignInFormProps {
  /** Already known: only the password is asked for. */
  person?: Someone | undefined
  /** On the button, and there while it works. */
  submit?: { idle: string; busy: string }
}

const signingIn = { idle: 'Sign in', busy: 'Signing in' }

/** Where one gets then is for whoever watches the session. */
export function SignInForm({ person, submit = signingIn }: SignInFormProps) {
  const { isShared, people, remember } = useDevice()
  const isKnown = people.some(({ id }) => id === person?.id)
  const [agreed, setAgreed] = useState(false)
  const { props, wrong, isBusy } = usePlainForm({
    names: ['email', 'password'],
    check: ({ email, password }) =>
      onlyWrong({
        email: emailProblem(email),
        password: password === '' ? 'Enter your password.' : undefined,
      }),
    send: (body) => signInBy(() => call(auth.login, { body })),
    onDone: (session) => {
      if (isShared && (agreed || isKnown)) remember(session.user)
      startSession(session)
    },
    explain: (error) => ({ password: reasonOf(error, person) }),
  })
  return (
    <form {...props} className="grid gap-4">
      {person ? (
        <input type="hidden" name="email" autoComplete="username" value={person.email} />
      ) : (
        <Field label="E-mail" error={wrong.email}>
          <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Field>
      )}
      <Field label="Password" error={wrong.password}>
        <PasswordInput name="password" autoComplete="current-password" autoFocus={person !== undefined} />
      </Field>
      {isShared && !isKnown && (
        <Checkbox checked={agreed} onChange={setAgreed}>
          Show my name here next time
        </Checkbox>
      )}
      <Button type="submit" variant="primary" busy={isBusy}>
        {isBusy ? submit.busy : submit.idle}
      </Button>
      <Link to="/forgot-password" className={`${textLinkClass} justify-self-start`}>
        Forgotten your password?
      </Link>
    </form>
  )
}

function reasonOf(error: unknown, person: Someone | undefined): string {
  if (!hasCode(error, 'wrong_credentials')) return messageOf(error)
  return person
    ? 'This is not the password. Check it and try again.'
    : 'E-mail or password is not right. Check both and try again.'
}
