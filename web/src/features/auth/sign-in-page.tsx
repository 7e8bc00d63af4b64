import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Clock, LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../components/ui/banner.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { type Someone, useAuth } from '../../stores/auth-store.ts'
import { useDevice } from '../../stores/device-store.ts'
import { authQueries } from './api.ts'
import { AuthPage } from './auth-page.tsx'
import { PersonChoice } from './person-choice.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

export function SignInPage() {
  const { left, forgetLeft } = useAuth()
  const isLocked = left?.why === 'locked'
  useDocumentTitle(isLocked ? 'Locked' : 'Sign in')
  const navigate = useNavigate()
  const somebodyElse = () => {
    forgetLeft()
    void navigate({ to: '/sign-in', search: {}, replace: true })
  }
  if (isLocked && left.who) return <UnlockForm person={left.who} onSomebodyElse={somebodyElse} />
  return (
    <SignIn
      banner={
        left && (
          <Banner icon={isLocked ? LockKeyhole : Clock}>
            {isLocked
              ? 'This device was not used for a while and has locked.'
              : 'Your session has ended. Sign in again and you are back where you were.'}
          </Banner>
        )
      }
    />
  )
}

type Chosen = Someone | 'somebody else'

function SignIn({ banner }: { banner: React.ReactNode }) {
  const { isShared, people } = useDevice()
  const [chosen, choose] = useState<Chosen>()
  const { data: options } = useQuery(authQueries.options())
  if (isShared && people.length > 0 && !chosen)
    return (
      <AuthPage title="Who is it?" banner={banner}>
        <PersonChoice people={people} onChoose={choose} onSomebodyElse={() => choose('somebody else')} />
      </AuthPage>
    )
  if (chosen && chosen !== 'somebody else')
    return <UnlockForm person={chosen} onSomebodyElse={() => choose(undefined)} isLocked={false} />
  return (
    <AuthPage title={greeting(new Date().getHours())} lead="Sign in to log and follow tickets." banner={banner}>
      <SignInForm />
      {options && options.signUpDomains.length > 0 && (
        <p className="text-ink-2">
          New here?{' '}
          <Link to="/sign-up" className={textLinkClass}>
            Sign up
          </Link>
        </p>
      )}
    </AuthPage>
  )
}

const greeting = (hour: number): string => {
  if (hour >= 4 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 17 ? 'Good afternoon' : 'Good evening'
}
