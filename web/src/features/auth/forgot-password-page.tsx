import { auth } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { AuthPage, Done } from './auth-page.tsx'
import { emailProblem, onlyWrong } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function ForgotPasswordPage() {
  useDocumentTitle('Forgotten password')
  const [sentTo, setSentTo] = useState<string>()
  return (
    <AuthPage
      title={sentTo ? 'Look into your mailbox' : 'Forgotten password'}
      lead={sentTo ? undefined : 'We mail you a link to choose a new one.'}
    >
      {sentTo ? <Sent to={sentTo} onAgain={() => setSentTo(undefined)} /> : <AskForm onSent={setSentTo} />}
      <Link to="/sign-in" search={{}} className={textLinkClass}>
        Back to signing in
      </Link>
    </AuthPage>
  )
}

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['email'],
    check: ({ email }) => onlyWrong({ email: emailProblem(email) }),
    send: (body) => call(auth.forgotPassword, { body }),
    onDone: (_, { email }) => onSent(email),
  })
  return (
    <form {...props} className="grid gap-4">
      <Field label="E-mail" error={wrong.email}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" busy={isBusy}>
        Send the link
      </Button>
    </form>
  )
}

function Sent({ to, onAgain }: { to: string; onAgain: () => void }) {
  return (
    <>
      <Done>
        <p>
          If <strong className="font-semibold">{to}</strong> has an account, a link is on its way. It works once, for 30
          minutes.
        </p>
        <p className="text-base text-ink-2">
          Nothing there after a minute or two? Look among the spam, or ask an admin.
        </p>
      </Done>
      <Button onClick={onAgain}>Use another address</Button>
    </>
  )
}
