import { auth } from '@physique57/contracts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { messageOf } from '../../lib/problem.ts'
import { resumeSession } from '../../lib/session.ts'
import { AuthPage, Done } from './auth-page.tsx'
import { FormFailure } from './form-failure.tsx'
import { cutOff, useLinkToken } from './link-token.ts'

/** With a button, because programs that look into mails open links too. */
export function ConfirmEmailPage() {
  useDocumentTitle('Confirm your new e-mail')
  const token = useLinkToken()
  const confirm = useMutation({
    mutationFn: () => call(auth.confirmEmail, { body: { token } }),
    // somebody signed in here now has another address
    onSuccess: () => resumeSession().catch(() => undefined),
  })
  return (
    <AuthPage title="Confirm your new e-mail" lead={token ? 'From then on you sign in with it.' : cutOff}>
      {confirm.isSuccess ? (
        <Done icon={Check}>Done. Your new address counts from now on.</Done>
      ) : (
        token && (
          <div className="grid gap-4">
            <FormFailure>{confirm.error ? messageOf(confirm.error) : undefined}</FormFailure>
            <Button variant="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              Confirm
            </Button>
          </div>
        )
      )}
      <Link to="/account" className={textLinkClass}>
        Your account
      </Link>
    </AuthPage>
  )
}
