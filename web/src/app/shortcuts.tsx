import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { startShortcuts, useShortcuts } from '../lib/shortcuts.ts'
import { useShortcutList } from './shortcut-list-store.ts'

const ShortcutList = lazy(() => import('./shortcut-list.tsx'))

/** The keys that work everywhere. */
export function Shortcuts() {
  const navigate = useNavigate()
  const { isShown, show, hide } = useShortcutList()
  useEffect(startShortcuts, [])
  useShortcuts([
    { keys: 'C', label: 'New ticket', group: 'Everywhere', run: () => void navigate({ to: '/tickets/new' }) },
    { keys: 'G T', label: 'Go to tickets', group: 'Everywhere', run: () => void navigate({ to: '/tickets' }) },
    {
      keys: 'G M',
      label: 'Go to my tickets',
      group: 'Everywhere',
      run: () => void navigate({ to: '/tickets', search: { view: 'mine' } }),
    },
    {
      keys: 'G N',
      label: 'Go to notifications',
      group: 'Everywhere',
      run: () => void navigate({ to: '/notifications' }),
    },
    { keys: '?', label: 'All shortcuts', group: 'Everywhere', run: show },
  ])
  return <Suspense>{isShown && <ShortcutList onClose={hide} />}</Suspense>
}
