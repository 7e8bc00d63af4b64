import { auth } from '@physique57/contracts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { endSession } from '../../lib/session.ts'
import { AuthPage } from './auth-page.tsx'
import { newPasswordProblem, onlyWrong, passwordHelp } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { cutOff, useLinkToken } from './link-token.ts'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function ResetPasswordPage() {
  useDocumentTitle('New password')
  const token = useLinkToken()
  return (
    <AuthPage title="Choose a new password" lead={token ? 'All your devices are signed out with it.' : cutOff}>
      {token && <ResetForm token={token} />}
      <Link to="/forgot-password" className={textLinkClass}>
        Ask for a new link
      </Link>
    </AuthPage>
  )
}

function ResetForm({ token }: { token: string }) {
  const navigate = useNavigate()
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['password'],
    check: ({ password }) => onlyWrong({ password: newPasswordProblem(password) }),
    send: (typed) => call(auth.resetPassword, { body: { ...typed, token } }),
    onDone: async () => {
      // whoever was signed in here was signed out by it
      await endSession()
      await navigate({ to: '/sign-in', search: {} })
      toast.success('Your password is changed. Sign in with it.')
    },
  })
  return (
    <form {...props} className="grid gap-4">
      <Field label="New password" help={passwordHelp} error={wrong.password}>
        <PasswordInput name="password" autoComplete="new-password" autoFocus />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" busy={isBusy}>
        Change password
      </Button>
    </form>
  )
}
