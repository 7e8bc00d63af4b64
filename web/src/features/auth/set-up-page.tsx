import { auth } from '@physique57/contracts'
import { Link, useNavigate } from '@tanstack/react-router'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { signInBy, startSession } from '../../lib/session.ts'
import { AuthPage } from './auth-page.tsx'
import { useLinkToken } from './link-token.ts'
import { PersonForm } from './person-form.tsx'

/** The first admin of an empty system, who has the link from its console. */
export function SetUpPage() {
  useDocumentTitle('Set up')
  const token = useLinkToken()
  const navigate = useNavigate()
  return (
    <AuthPage
      title="Set up"
      lead={
        token
          ? 'You become the first admin. Everybody else comes after you.'
          : 'The link is not complete. Copy all of it from where the system was started.'
      }
    >
      {token && (
        <PersonForm
          submit="Make the first admin"
          send={(person) => signInBy(() => call(auth.setUp, { body: { ...person, token } }))}
          onDone={(session) => {
            startSession(session)
            void navigate({ to: '/tickets' })
          }}
        />
      )}
      <Link to="/sign-in" className={textLinkClass}>
        Sign in instead
      </Link>
    </AuthPage>
  )
}
