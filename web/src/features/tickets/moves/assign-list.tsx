import { Combobox } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { optionClass } from '../../../components/ui/overlay.ts'
import { rank } from '../../../lib/rank.ts'
import { assignableQuery } from '../../catalogue/api.ts'
import type { AssignOption } from './assign-options.ts'

interface AssignListProps {
  options: AssignOption[]
  onChoose: (option: AssignOption) => void
}

/** People and teams, found by typing. */
export default function AssignList({ options, onChoose }: AssignListProps) {
  const [query, setQuery] = useState('')
  const shown = rank(options, query)
  return (
    <Combobox.Root<AssignOption>
      inline
      open
      items={options}
      filteredItems={shown}
      value={null}
      onValueChange={(option) => option && onChoose(option)}
      inputValue={query}
      onInputValueChange={(text, { reason }) => reason === 'input-change' && setQuery(text)}
      itemToStringLabel={(option) => option.label}
      autoHighlight
    >
      <div className="flex max-h-[min(440px,70dvh)] flex-col text-sm max-md:text-lg md:w-72">
        <Combobox.Input
          aria-label="Find a person or team"
          placeholder="Find a person or team"
          className="h-10 flex-none border-line border-b bg-transparent px-3 outline-none touch:h-13 touch:px-4"
        />
        <Combobox.Empty className="px-3 py-3 text-ink-3 empty:hidden">Nobody is called that.</Combobox.Empty>
        <Combobox.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 max-md:px-0">
          {(option: AssignOption, index: number) => (
            <Line key={option.value} option={option} startsGroup={query === '' && startsGroup(shown, index)} />
          )}
        </Combobox.List>
        <NotLoaded />
      </div>
    </Combobox.Root>
  )
}

/** Without colleagues the list still offers what needs none. */
function NotLoaded() {
  // asked by whoever opened the list
  const { data, isError, isFetching, refetch } = useQuery({ ...assignableQuery(), enabled: false })
  if (data || !isError) return null
  return (
    <div role="alert" className="flex flex-none items-center gap-2 border-line border-t py-2 pr-2 pl-3 max-md:px-4">
      <p className="min-w-0 flex-1 text-ink-2">Colleagues and teams could not be loaded.</p>
      <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
        Try again
      </Button>
    </div>
  )
}

const startsGroup = (options: AssignOption[], index: number): boolean =>
  index > 0 && options[index]?.group !== options[index - 1]?.group

function Line({ option, startsGroup }: { option: AssignOption; startsGroup: boolean }) {
  return (
    <>
      {startsGroup && (
        <div role="presentation" className="px-2 pt-2 pb-1 text-ink-3 text-xs max-md:px-4 max-md:text-sm">
          {option.group}
        </div>
      )}
      <Combobox.Item value={option} className={optionClass}>
        {option.person && <Avatar person={option.person} size={20} />}
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {option.label} {option.hint && <span className="text-ink-3">{option.hint}</span>}
        </span>
      </Combobox.Item>
    </>
  )
}
