import { Command } from 'cmdk'
import { Kbd } from '../../../components/ui/kbd.tsx'
import { rank } from '../../../lib/rank.ts'
import { type Shortcut, useRegisteredShortcuts } from '../../../lib/shortcuts.ts'
import { commandIcon } from '../command-icon.ts'
import { Item } from './item.tsx'

/** Moving about needs the keys themselves; this one is open already. */
const notHere = ['/', 'J', 'K', 'Enter', 'Escape']

/** What can be done where one is: everything that has a key, also on the ticket that is open. */
export function CommandItems({ text, onRun }: { text: string; onRun: () => void }) {
  const possible = useRegisteredShortcuts().filter(({ keys, disabled }) => !disabled && !notHere.includes(keys))
  // what this page offers comes before what is there everywhere
  const byGroup = possible.toSorted((one, other) => Number(isEverywhere(one)) - Number(isEverywhere(other)))
  const commands = rank(byGroup, text)
  const run = (command: Shortcut) => {
    onRun()
    // once the search is gone and the focus is back
    setTimeout(() => command.run(new KeyboardEvent('keydown')))
  }
  if (commands.length === 0) return null
  return (
    <Command.Group heading="Commands">
      {commands.map((command) => (
        <Item
          key={command.keys}
          value={`command ${command.keys}`}
          icon={commandIcon(command.keys)}
          onSelect={() => run(command)}
        >
          <span className="clip flex-1">{command.label}</span>
          <Kbd keys={command.keys} />
        </Item>
      ))}
    </Command.Group>
  )
}

const isEverywhere = ({ group }: Shortcut): boolean => group === 'Everywhere'
