import type { Me } from '@physique57/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Part } from '../components/ui/part.tsx'
import { sayMissing } from '../components/ui/say-missing.ts'
import { lazyPart } from '../lib/lazy-part.ts'
import { startShortcuts, useShortcuts } from '../lib/shortcuts.ts'
import { placesWithKeys } from './places-with-keys.ts'
import { useShortcutList } from './shortcut-list-store.ts'

const ShortcutList = lazyPart(() => import('./shortcut-list.tsx'))

/** The keys that work everywhere. */
export function Shortcuts({ user }: { user: Me }) {
  const navigate = useNavigate()
  const { isShown, show, hide } = useShortcutList()
  useEffect(startShortcuts, [])
  const giveUp = () => {
    hide()
    sayMissing()
  }
  useShortcuts([
    { keys: 'C', label: 'New ticket', group: 'Everywhere', run: () => void navigate({ to: '/tickets/new' }) },
    { keys: 'G T', label: 'Go to tickets', group: 'Everywhere', run: () => void navigate({ to: '/tickets' }) },
    ...placesWithKeys(user).map(({ keys, label, search }) => ({
      keys,
      label: `Go to ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      group: 'Everywhere',
      run: () => void navigate({ to: '/tickets', search }),
    })),
    {
      keys: 'G N',
      label: 'Go to notifications',
      group: 'Everywhere',
      run: () => void navigate({ to: '/notifications' }),
    },
    { keys: '?', label: 'All shortcuts', group: 'Everywhere', run: show },
  ])
  return (
    isShown && (
      <Part onMissing={giveUp}>
        <ShortcutList onClose={hide} />
      </Part>
    )
  )
}
