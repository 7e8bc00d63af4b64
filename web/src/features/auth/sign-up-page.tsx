import { auth } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { call } from '../../lib/call.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { messageOf } from '../../lib/problem.ts'
import { authQueries } from './api.ts'
import { AuthPage, Done } from './auth-page.tsx'
import { PersonForm } from './person-form.tsx'

export function SignUpPage() {
  useDocumentTitle('Sign up')
  const { data, error } = useQuery(authQueries.options())
  const [sentTo, setSentTo] = useState<string>()
  const domains = data?.signUpDomains ?? []
  const isOff = data !== undefined && domains.length === 0
  return (
    <AuthPage
      title={sentTo ? 'Look into your mailbox' : 'Sign up'}
      lead={sentTo ? undefined : error ? messageOf(error) : leadFor(domains, isOff)}
    >
      {sentTo ? (
        <Done>
          <p>
            We sent a link to <strong className="font-semibold">{sentTo}</strong>. Open it within a day and enter your
            password once more; then you are in.
          </p>
        </Done>
      ) : (
        domains.length > 0 && (
          <PersonForm
            submit="Sign up"
            send={(body) => call(auth.signUp, { body })}
            onDone={(_, { email }) => setSentTo(email)}
          />
        )
      )}
      <Link to="/sign-in" search={{}} className={textLinkClass}>
        Back to signing in
      </Link>
    </AuthPage>
  )
}

function leadFor(domains: string[], isOff: boolean): string | undefined {
  if (isOff) return 'Nobody can sign up by themselves here. Ask an admin for an account.'
  return domains.length > 0 ? `With your address at ${domains.join(' or ')}.` : undefined
}
