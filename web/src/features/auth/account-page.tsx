import { type Me, roleLabel } from '@physique57/contracts'
import type { ReactNode } from 'react'
import { BackLink, PageBar } from '../../components/ui/page-bar.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useIsPhone } from '../../lib/media.ts'
import { useAuth } from '../../stores/auth-store.ts'
import { ChangeEmailForm } from './change-email-form.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { DeviceList } from './device-list.tsx'
import { ThisDevice } from './this-device.tsx'

/** What concerns only the person themselves. */
export function AccountPage() {
  useDocumentTitle('Your account')
  const user = useAuth((state) => state.user)
  const isPhone = useIsPhone()
  if (!user) return null
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {isPhone && (
        <PageBar title="Your account" back={<BackLink to="/tickets" label="Back to the tickets" crumb="Tickets" />} />
      )}
      <div className="mx-auto max-w-180 px-4 pb-10 md:px-6">
        {!isPhone && <h1 className="pt-5 text-2xl font-semibold tracking-tight outline-none">Your account</h1>}
        <Section title="Profile" about="An admin can change your name, role and team.">
          <Profile user={user} />
        </Section>
        <Section title="Password" about="Your other devices are signed out when you change it.">
          <ChangePasswordForm email={user.email} />
        </Section>
        <Section title="E-mail" about="We mail a link to the new address; until you open it, the old one counts.">
          <ChangeEmailForm email={user.email} />
        </Section>
        <Section
          title="Devices"
          about="Where you are signed in. Sign out what is not yours, then change your password."
        >
          <DeviceList />
        </Section>
        <Section title="This device" about="A front desk's device locks by itself and keeps nothing of whoever leaves.">
          <ThisDevice user={user} />
        </Section>
      </div>
    </div>
  )
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-b border-line py-6 last:border-0 md:grid-cols-[220px_1fr]">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="mt-1 text-sm text-pretty text-ink-2 touch:text-base">{about}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}

function Profile({ user }: { user: Me }) {
  const facts = [
    ['Name', user.name],
    ['Role', roleLabel[user.role]],
    ['Team', user.team?.name ?? 'None'],
    ['Time zone', user.timeZone],
  ]
  return (
    <dl className="grid grid-cols-[96px_1fr] gap-x-4 gap-y-2 text-base touch:text-lg">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
