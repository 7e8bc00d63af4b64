import { auth } from '@physique57/contracts'
import { useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { call } from '../../lib/call.ts'
import { Done } from './auth-page.tsx'
import { emailProblem, onlyWrong } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function ChangeEmailForm({ email: current }: { email: string }) {
  const [sentTo, setSentTo] = useState<string>()
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['email', 'currentPassword'],
    check: ({ email, currentPassword }) =>
      onlyWrong({
        email: email.toLowerCase() === current ? 'This is the one you have.' : emailProblem(email),
        currentPassword: currentPassword === '' ? 'Enter your password.' : undefined,
      }),
    send: (body) => call(auth.changeEmail, { body }),
    onDone: (_, { email }) => setSentTo(email),
  })
  if (sentTo)
    return (
      <Done>
        <p>
          A link is on its way to <strong className="font-semibold">{sentTo}</strong>. Open it within 30 minutes.
        </p>
      </Done>
    )
  return (
    <form {...props} className="grid max-w-82 gap-4">
      <p className="text-base [overflow-wrap:anywhere] touch:text-lg">
        Now: <strong className="font-semibold">{current}</strong>
      </p>
      <Field label="New e-mail" error={wrong.email}>
        <Input name="email" type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Your password" error={wrong.currentPassword}>
        <PasswordInput name="currentPassword" autoComplete="current-password" />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" busy={isBusy} className="justify-self-start">
        Send the link
      </Button>
    </form>
  )
}
