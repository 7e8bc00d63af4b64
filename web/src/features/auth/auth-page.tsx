import { type LucideIcon, MailCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Brand } from '../../components/ui/brand.tsx'

interface AuthPageProps {
  title: string
  /** What this is for, in a sentence. */
  lead?: ReactNode
  banner?: ReactNode
  children?: ReactNode
}

/** What surrounds everything one does before being signed in. */
export function AuthPage({ title, lead, banner, children }: AuthPageProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[56px_auto_1fr] bg-surface">
      <header className="flex items-center px-5">
        <Brand name="Physique 57 India" />
      </header>
      <div>{banner}</div>
      <main className="grid items-start justify-items-center p-4 pt-[min(16vh,160px)] max-md:pt-10">
        <div className="touch grid w-full max-w-82 gap-6">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight outline-none">{title}</h1>
            {lead && <p className="mt-1 text-lg text-pretty text-ink-2 [overflow-wrap:anywhere]">{lead}</p>}
          </div>
          {children}
        </div>
      </main>
    </div>
  )
}

/** It is done, and what comes next. Read out when it takes the place of a form. */
export function Done({ icon: Icon = MailCheck, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <div role="status" className="flex gap-3 text-lg">
      <Icon aria-hidden="true" className="mt-0.5 size-5 flex-none text-ink-3" strokeWidth={1.75} />
      <div className="grid min-w-0 gap-2 text-pretty [overflow-wrap:anywhere]">{children}</div>
    </div>
  )
}
