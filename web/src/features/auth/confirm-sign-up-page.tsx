import { auth } from '@physique57/contracts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { signInBy, startSession } from '../../lib/session.ts'
import { AuthPage } from './auth-page.tsx'
import { onlyWrong } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { cutOff, useLinkToken } from './link-token.ts'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function ConfirmSignUpPage() {
  useDocumentTitle('Confirm your e-mail')
  const token = useLinkToken()
  return (
    <AuthPage title="Confirm your e-mail" lead={token ? 'Enter the password you chose when you signed up.' : cutOff}>
      {token && <ConfirmForm token={token} />}
      <Link to="/sign-up" className={textLinkClass}>
        Sign up again
      </Link>
    </AuthPage>
  )
}

function ConfirmForm({ token }: { token: string }) {
  const navigate = useNavigate()
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['password'],
    check: ({ password }) => onlyWrong({ password: password === '' ? 'Enter your password.' : undefined }),
    send: (typed) => signInBy(() => call(auth.confirmSignUp, { body: { ...typed, token } })),
    onDone: (session) => {
      startSession(session)
      void navigate({ to: '/tickets' })
    },
  })
  return (
    <form {...props} className="grid gap-4">
      <Field label="Password" error={wrong.password}>
        <PasswordInput name="password" autoComplete="current-password" autoFocus />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" busy={isBusy}>
        Confirm and sign in
      </Button>
    </form>
  )
}
