import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { builtInPlaces, type KnownPlace, placeOfView } from '../../places/known-places.ts'
import { audienceWords } from '../audience.ts'
import { viewsQuery } from '../views-query.ts'
import type { ListAtHand } from './at-hand.ts'
import { PanelItem } from './panel-item.tsx'
import { ViewCommands } from './view-commands.tsx'

/** Type to find a view, Enter to open it; below, what can be done with the one that is open. */
export default function ViewsPanel({ onDone, ...list }: ListAtHand & { onDone: () => void }) {
  const { user, opened, onOpen } = list
  const { data, isError, error, refetch } = useQuery(viewsQuery())
  const saved = data?.items ?? []
  const groups = Map.groupBy(saved, audienceWords)
  const nearest = ['Yours', user.team?.name ?? '', 'For everyone']
  const here = opened.search.saved ?? opened.search.view ?? 'open'
  const run = (act: () => void) => () => {
    onDone()
    act()
  }
  const openItem = ({ id, label, icon, search }: KnownPlace) => (
    <PanelItem key={id} value={`${id} ${label}`} icon={icon} onSelect={run(() => onOpen(search))}>
      <span className="clip flex-1">{label}</span>
      {id === here && <Here />}
    </PanelItem>
  )
  const savedUnder = (heading: string) =>
    groups.has(heading) && (
      <Command.Group key={heading} heading={heading}>
        {groups.get(heading)?.map(placeOfView).map(openItem)}
      </Command.Group>
    )
  return (
    <Command
      label="Views"
      loop
      className="flex max-h-[min(var(--available-height),480px)] flex-col max-md:max-h-[80dvh] md:w-80"
    >
      <Command.Input
        placeholder="Find a view"
        className="h-10 flex-none border-line border-b bg-transparent px-3 text-sm outline-none placeholder:text-ink-3 max-md:h-13 max-md:px-4 max-md:text-lg"
      />
      <Command.List
        label="Views"
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 max-md:px-0 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs max-md:[&_[cmdk-group-heading]]:px-4 max-md:[&_[cmdk-group-heading]]:text-sm"
      >
        <Command.Empty className="px-3 py-4 text-ink-2 text-sm max-md:text-lg">No view is called that.</Command.Empty>
        <ViewCommands {...list} run={run} />
        {nearest.map(savedUnder)}
        <Command.Group heading="Always there">{builtInPlaces(user).map(openItem)}</Command.Group>
        {[...groups.keys()].filter((each) => !nearest.includes(each)).map(savedUnder)}
      </Command.List>
      {isError && <ErrorState error={error} title="Your views could not be loaded" onRetry={() => void refetch()} />}
    </Command>
  )
}

const Here = () => (
  <>
    <Check aria-hidden="true" className="size-4 flex-none text-accent-ink" strokeWidth={1.75} />
    <span className="sr-only">, open now</span>
  </>
)
