import { type Me, roleLabel } from '@physique57/contracts'
import { useNavigate } from '@tanstack/react-router'
import {
  ArrowLeftRight,
  CircleUserRound,
  KeyRound,
  ListChecks,
  LockKeyhole,
  LogOut,
  MessageSquareQuote,
  Monitor,
  Moon,
  Sun,
  Trash2,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from '../components/ui/menu.tsx'
import { showBulk } from '../features/bulk/bulk-store.ts'
import { endSession } from '../lib/session.ts'
import { useDevice } from '../stores/device-store.ts'
import { type Density, type Theme, useUi } from '../stores/ui-store.ts'
import { lock } from './idle-lock.tsx'

const themes = [
  { value: 'system', label: 'As the device', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

const densities = [
  { value: 'compact', label: 'Compact rows' },
  { value: 'comfortable', label: 'Comfortable rows' },
] as const

export function UserMenu({ user, trigger }: { user: Me; trigger: ReactElement<Record<string, unknown>> }) {
  const { theme, density, setTheme, setDensity } = useUi()
  const isShared = useDevice((device) => device.isShared)
  const navigate = useNavigate()
  return (
    <Menu trigger={trigger} side="top" align="start">
      <MenuGroup label={<Who user={user} />}>
        <MenuItem
          icon={CircleUserRound}
          onSelect={() => void navigate({ to: '/people/$userId', params: { userId: user.id } })}
        >
          Your profile
        </MenuItem>
        <MenuItem icon={KeyRound} onSelect={() => void navigate({ to: '/account' })}>
          Your account
        </MenuItem>
        <MenuItem icon={MessageSquareQuote} onSelect={() => void navigate({ to: '/canned-replies' })}>
          Canned replies
        </MenuItem>
        <MenuItem icon={ListChecks} onSelect={() => showBulk('latest')}>
          Changes to many tickets
        </MenuItem>
        {user.role === 'admin' && (
          <MenuItem icon={Trash2} onSelect={() => void navigate({ to: '/admin/trash' })}>
            Trash
          </MenuItem>
        )}
      </MenuGroup>
      <MenuSeparator />
      <MenuChoice<Theme> label="Theme" value={theme} onChange={setTheme} options={themes} />
      <div className="max-md:hidden">
        <MenuSeparator />
        <MenuChoice<Density> label="Lists" value={density} onChange={setDensity} options={densities} />
      </div>
      <MenuSeparator />
      {isShared && (
        <MenuItem icon={LockKeyhole} shortcut="G L" onSelect={lock}>
          Lock
        </MenuItem>
      )}
      <MenuItem icon={isShared ? ArrowLeftRight : LogOut} onSelect={() => void endSession()}>
        {isShared ? 'Sign out or switch person' : 'Sign out'}
      </MenuItem>
    </Menu>
  )
}

function Who({ user }: { user: Me }) {
  return (
    <span className="block max-w-60">
      <span className="clip block">{user.name}</span>
      <span className="clip block">
        {roleLabel[user.role]}
        {user.team && `, ${user.team.name}`}
      </span>
    </span>
  )
}
