import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { Clock } from 'lucide-react'
import { Banner } from '../../components/ui/banner.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useAuth } from '../../stores/auth-store.ts'
import { authQueries } from './api.ts'
import { AuthPage } from './auth-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  useDocumentTitle('Sign in')
  const router = useRouter()
  const { from } = route.useSearch()
  const expired = useAuth((state) => state.expired)
  const { data: options } = useQuery(authQueries.options())
  return (
    <AuthPage
      title={greeting(new Date().getHours())}
      lead="Sign in to log and follow tickets."
      banner={
        expired && <Banner icon={Clock}>Your session has ended. Sign in again and you are back where you were.</Banner>
      }
    >
      <SignInForm onSignedIn={() => router.history.push(from ?? '/tickets')} />
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
