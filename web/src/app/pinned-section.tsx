import type { Me, Pin } from '@physique57/contracts'
import { Pin as PinIcon } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from '../components/ui/button.tsx'
import { Menu, MenuGroup, MenuSeparator, MenuToggle } from '../components/ui/menu.tsx'
import type { KnownPlace } from '../features/places/known-places.ts'
import { usePins } from '../features/places/use-pins.ts'
import { usePlaces } from '../features/places/use-places.ts'
import { cx } from '../lib/cx.ts'
import { SidebarEntry, SidebarTotal } from './sidebar-entry.tsx'

interface PinnedSectionProps {
  user: Me
  /** The one that is on screen. */
  here: Pin | undefined
}

/** The lists somebody keeps at hand, in the order they chose: by dragging, or with Alt and the arrow keys. */
export function PinnedSection({ user, here }: PinnedSectionProps) {
  const { known, pinned } = usePlaces(user)
  const { move } = usePins()
  const [dragged, setDragged] = useState<Pin | null>(null)
  const [over, setOver] = useState<Pin | null>(null)
  const keys = useMoveByKeys(pinned, move)
  const order = pinned.map(({ id }) => id)
  const endDrag = () => {
    setDragged(null)
    setOver(null)
  }
  return (
    <section aria-label="Pinned" className="mt-4 grid gap-px px-2">
      <div className="flex items-center justify-between pl-2 rail:hidden">
        <h2 className="text-xs text-ink-3">Pinned</h2>
        <ChoosePlaces known={known} />
      </div>
      <div ref={keys.list} className="grid gap-px">
        {pinned.map(({ id, label, icon, search, shown }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the link inside has the focus and the keys
          <div
            key={id}
            data-pin={id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(id)
            }}
            onDragEnd={endDrag}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(id)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, order.indexOf(id))
              endDrag()
            }}
            onKeyDown={(event) => keys.onKeyDown(event, id)}
            className={cx(
              'rounded-md',
              dragged === id && 'opacity-50',
              over === id && dragged !== id && 'outline outline-line-strong outline-dashed',
            )}
          >
            <SidebarEntry
              to="/tickets"
              search={search}
              icon={icon}
              label={label}
              on={id === here}
              keyShortcuts="Alt+ArrowUp Alt+ArrowDown"
            >
              <SidebarTotal search={shown} />
            </SidebarEntry>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {keys.said}
      </p>
    </section>
  )
}

/** Alt and an arrow; the focus goes along, and what became of it is said. */
function useMoveByKeys(pinned: KnownPlace[], move: (id: Pin, to: number) => void) {
  const list = useRef<HTMLDivElement>(null)
  const [lifted, setLifted] = useState<Pin | null>(null)
  const at = pinned.findIndex(({ id }) => id === lifted)
  const order = pinned.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving the row in the page takes the focus from its link
  useLayoutEffect(() => {
    if (lifted) list.current?.querySelector<HTMLElement>(`[data-pin="${CSS.escape(lifted)}"] a`)?.focus()
  }, [order])
  const onKeyDown = (event: KeyboardEvent, id: Pin) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (!by) return
    event.preventDefault()
    setLifted(id)
    move(id, pinned.findIndex((each) => each.id === id) + by)
  }
  return { list, onKeyDown, said: at < 0 ? '' : `${pinned[at]?.label}, ${at + 1} of ${pinned.length}` }
}

function ChoosePlaces({ known }: { known: KnownPlace[] }) {
  const builtIn = known.filter(({ search }) => !search.saved)
  const saved = known.filter(({ search }) => search.saved)
  return (
    <Menu trigger={<IconButton icon={PinIcon} size="sm" label="Choose what is pinned" />}>
      <Toggles places={builtIn} />
      {saved.length > 0 && (
        <>
          <MenuSeparator />
          <MenuGroup label="Saved views">
            <Toggles places={saved} />
          </MenuGroup>
        </>
      )}
    </Menu>
  )
}

function Toggles({ places }: { places: KnownPlace[] }) {
  const { isPinned, toggle } = usePins()
  return places.map(({ id, label, icon }) => (
    <MenuToggle key={id} icon={icon} checked={isPinned(id)} onChange={() => toggle(id)}>
      {label}
    </MenuToggle>
  ))
}
