import { type Me, roleLabel } from '@physique57/contracts'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactElement } from 'react'
import { Avatar } from '../components/ui/avatar.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../components/ui/menu.tsx'
import { endSession } from '../lib/session.ts'
import { type Density, type Theme, useUi } from '../stores/ui-store.ts'

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
  return (
    <Menu trigger={trigger} side="top" align="start">
      <div className="flex items-center gap-3 px-2 py-2 max-md:px-4">
        <Avatar person={user} size={28} />
        <div className="min-w-0">
          <div className="clip font-medium">{user.name}</div>
          <div className="clip text-xs text-ink-3 max-md:text-sm">
            {roleLabel[user.role]}
            {user.team && `, ${user.team.name}`}
          </div>
        </div>
      </div>
      <MenuSeparator />
      <MenuChoice<Theme> label="Theme" value={theme} onChange={setTheme} options={themes} />
      <div className="max-md:hidden">
        <MenuSeparator />
        <MenuChoice<Density> label="Lists" value={density} onChange={setDensity} options={densities} />
      </div>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void endSession()}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
