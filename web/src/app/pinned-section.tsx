import type { Me, Place } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Pin } from 'lucide-react'
import { IconButton } from '../components/ui/button.tsx'
import { Menu, MenuToggle } from '../components/ui/menu.tsx'
import { pinnedPlaces, usePinPlaces } from '../features/places/api.ts'
import { type KnownPlace, knownPlaces } from '../features/places/known-places.ts'
import { SidebarEntry, SidebarTotal } from './sidebar-entry.tsx'

/** The lists somebody keeps at hand, in the order they chose them. */
export function usePinned(user: Me): KnownPlace[] {
  const { data: pinned = [] } = useQuery(pinnedPlaces())
  const known = knownPlaces(user)
  return pinned.flatMap((id) => known.find((place) => place.id === id) ?? [])
}

interface PinnedSectionProps {
  user: Me
  /** The one that is on screen. */
  here: Place | undefined
}

export function PinnedSection({ user, here }: PinnedSectionProps) {
  const shown = usePinned(user)
  return (
    <section aria-label="Pinned" className="mt-4 grid gap-px px-2">
      <div className="flex items-center justify-between pl-2 rail:hidden">
        <h2 className="text-xs text-ink-3">Pinned</h2>
        <ChoosePlaces known={knownPlaces(user)} pinned={shown.map(({ id }) => id)} />
      </div>
      {shown.map(({ id, label, icon, search }) => (
        <SidebarEntry key={id} to="/tickets" search={search} icon={icon} label={label} on={id === here}>
          <SidebarTotal search={search} />
        </SidebarEntry>
      ))}
    </section>
  )
}

function ChoosePlaces({ known, pinned }: { known: KnownPlace[]; pinned: Place[] }) {
  const pin = usePinPlaces()
  return (
    <Menu trigger={<IconButton icon={Pin} size="sm" label="Choose what is pinned" />}>
      {known.map(({ id, label, icon }) => (
        <MenuToggle
          key={id}
          icon={icon}
          checked={pinned.includes(id)}
          onChange={(isPinned) => pin.mutate(isPinned ? [...pinned, id] : pinned.filter((each) => each !== id))}
        >
          {label}
        </MenuToggle>
      ))}
    </Menu>
  )
}
