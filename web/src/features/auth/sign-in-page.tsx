import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Clock } from 'lucide-react'
import { Banner } from '../../components/ui/banner.tsx'
import { Brand } from '../../components/ui/brand.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useAuth } from '../../stores/auth-store.ts'
import { SignInForm } from './sign-in-form.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  useDocumentTitle('Sign in')
  const router = useRouter()
  const { from } = route.useSearch()
  const expired = useAuth((state) => state.expired)

  return (
    <div className="grid min-h-dvh grid-rows-[56px_auto_1fr] bg-surface">
      <header className="flex items-center px-5">
        <Brand name="Physique 57 India" />
      </header>
      <div>
        {expired && (
          <Banner icon={Clock}>Your session has ended. Sign in again and you are back where you were.</Banner>
        )}
      </div>
      <main className="grid items-start justify-items-center p-4 pt-[min(16vh,160px)] max-md:pt-10">
        <div className="touch grid w-full max-w-82 gap-6">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight">{greeting(new Date().getHours())}</h1>
            <p className="mt-1 text-lg text-ink-2">Sign in to log and follow tickets.</p>
          </div>
          <SignInForm onSignedIn={() => router.history.push(from ?? '/tickets')} />
        </div>
      </main>
    </div>
  )
}

const greeting = (hour: number): string => {
  if (hour >= 4 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 17 ? 'Good afternoon' : 'Good evening'
}
