import { type Pin as PinId, Place } from '@physique57/contracts'
import { Command } from 'cmdk'
import {
  ArrowDown,
  ArrowUp,
  Copy,
  House,
  type LucideIcon,
  Pencil,
  Pin,
  PinOff,
  Save,
  Trash2,
  Undo2,
} from 'lucide-react'
import { toast } from '../../../components/ui/toast.tsx'
import { useDefaultView } from '../../places/api.ts'
import { usePins } from '../../places/use-pins.ts'
import { usePlaces } from '../../places/use-places.ts'
import { useDiscardView } from '../use-discard-view.ts'
import { useSaveChanges } from '../use-save-changes.ts'
import type { ListAtHand } from './at-hand.ts'
import { PanelItem } from './panel-item.tsx'

interface ViewCommandsProps extends ListAtHand {
  /** Closes the panel, then does it. */
  run: (act: () => void) => () => void
}

interface PossibleCommand {
  label: string
  icon: LucideIcon
  danger?: true
  act: () => void
}

/** What can be done with the list on screen and the view it was opened from. */
export function ViewCommands({ run, ...list }: ViewCommandsProps) {
  const commands = [...useSaving(list), ...useKeepingAtHand(list), ...useRemoving(list)]
  return (
    <Command.Group heading={list.opened.view ? `This view, “${list.opened.view.name}”` : 'This list'}>
      {commands.map(({ label, icon, danger = false, act }) => (
        <PanelItem key={label} value={label} icon={icon} danger={danger} onSelect={run(act)}>
          <span className="clip flex-1">{label}</span>
        </PanelItem>
      ))}
    </Command.Group>
  )
}

function useSaving({ opened, onOpen, onAsk }: ListAtHand): PossibleCommand[] {
  const { view, search, isEdited } = opened
  const { save } = useSaveChanges((saved) => onOpen({ saved: saved.id }))
  if (!view) return [{ label: 'Save as a view …', icon: Save, act: () => onAsk('create') }]
  return [
    ...(isEdited && view.can.edit ? [{ label: 'Save changes', icon: Save, act: () => void save(view, search) }] : []),
    ...(isEdited ? [{ label: 'Discard changes', icon: Undo2, act: () => onOpen({ saved: view.id }) }] : []),
    { label: 'Save as a new view …', icon: Copy, act: () => onAsk('copy') },
    ...(view.can.edit ? [{ label: 'Name and sharing …', icon: Pencil, act: () => onAsk('edit') }] : []),
  ]
}

function useKeepingAtHand({ user, opened }: ListAtHand): PossibleCommand[] {
  const { first } = usePlaces(user)
  const { pins, isPinned, toggle, move } = usePins()
  const makeDefault = useDefaultView()
  const here = opened.view?.id ?? Place.safeParse(opened.search.view).data ?? null
  const opensFirst = (view: PinId | null) => () => {
    makeDefault.mutate(view)
    toast.success(view ? 'This view opens first from now on' : 'Open tickets are what opens first')
  }
  if (here === null) return first ? [{ label: 'Open this first', icon: House, act: opensFirst(null) }] : []
  const at = pins.indexOf(here)
  return [
    isPinned(here)
      ? { label: 'Unpin', icon: PinOff, act: () => toggle(here) }
      : { label: 'Pin', icon: Pin, act: () => toggle(here) },
    ...(at > 0 ? [{ label: 'Move up among the pinned', icon: ArrowUp, act: () => move(here, at - 1) }] : []),
    ...(at >= 0 && at < pins.length - 1
      ? [{ label: 'Move down among the pinned', icon: ArrowDown, act: () => move(here, at + 1) }]
      : []),
    first?.id === here
      ? { label: 'No longer open this first', icon: House, act: opensFirst(null) }
      : { label: 'Open this first', icon: House, act: opensFirst(here) },
  ]
}

function useRemoving({ opened: { view }, onOpen }: ListAtHand): PossibleCommand[] {
  const discard = useDiscardView()
  if (!view?.can.remove) return []
  const act = () => discard(view, { onGone: () => onOpen({ view: 'open' }), onBack: () => onOpen({ saved: view.id }) })
  return [
    { label: view.audience === 'private' ? 'Delete view' : 'Delete view for all', icon: Trash2, danger: true, act },
  ]
}
