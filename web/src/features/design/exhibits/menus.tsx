import { Archive, CircleUserRound, Clock, Contrast, Ellipsis, GitMerge, Trash2, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Explain } from '../../../components/ui/explain.tsx'
import { Kbd } from '../../../components/ui/kbd.tsx'
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from '../../../components/ui/menu.tsx'
import { optionClass, overlayListClass } from '../../../components/ui/overlay.ts'
import { Popover } from '../../../components/ui/popover.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { Tooltip } from '../../../components/ui/tooltip.tsx'
import { tooltipClass } from '../../../components/ui/tooltip-layer.tsx'
import { cx } from '../../../lib/cx.ts'
import { Exhibit, Line, Picture } from '../exhibit.tsx'

const sorts = [
  { value: 'due', label: 'Due first' },
  { value: 'new', label: 'Newest first' },
]

export function MenuExhibit() {
  return (
    <Exhibit
      title="Menus and tooltips"
      code="Menu, Popover, Explain, Tooltip, Kbd"
      about="Press, or arrow down on the trigger; a letter jumps to an entry, Escape gives the focus back. On a phone they come from the bottom edge."
    >
      <Line name="Menu">
        <Actions />
        <Choice />
      </Line>
      <Line name="Popover">
        <Popover title="Reporter" trigger={<Button>Who is this?</Button>} className="w-72 max-md:w-full">
          <div className="grid gap-1 p-4">
            <p className="font-semibold">Devika Samarthan</p>
            <p className="text-ink-2">Front desk at Kwality House, Kemps Corner, until 21:00 today.</p>
          </div>
        </Popover>
        <Explain
          title="Resolution"
          trigger={<Button icon={Clock}>Why this due time?</Button>}
          className="w-72 max-md:w-full"
        >
          <p className="p-4 text-sm max-md:text-base">
            Medium priority: 16 hours while the studio is open. It opens at 6:30 tomorrow, so it is due at 11:42.
          </p>
        </Explain>
      </Line>
      <Line name="Tooltip">
        <IconButton icon={UserRoundPlus} label="Assign" shortcut="A" variant="outline" />
        <Tooltip text="Close is possible once the ticket is resolved, by whoever logged it or by a lead">
          <Button>Long words</Button>
        </Tooltip>
        <Button why="Resolve it first">Says why not</Button>
      </Line>
      <Picture className="flex flex-wrap items-start gap-4">
        <OpenMenu />
        <div className="grid justify-items-start gap-3">
          <span data-on-fill className={tooltipClass}>
            Assign <Kbd keys="A" />
          </span>
          <span className={cx(tooltipClass, 'num')}>Sat 21 Nov 2026, 17:31 IST</span>
          <span className={cx(tooltipClass, 'max-w-44')}>Close is possible once the ticket is resolved</span>
        </div>
      </Picture>
      <Line name="Keys">
        <Kbd keys="C" />
        <Kbd keys="G T" />
        <Kbd keys="Ctrl K" />
        <span className="text-ink-3 md:hidden">Not shown on a phone, which has none.</span>
      </Line>
    </Exhibit>
  )
}

const entries = [
  { icon: UserRoundPlus, name: 'Assign', keys: 'A', look: 'bg-pressed' },
  { icon: CircleUserRound, name: 'Take it', keys: 'I', look: '' },
  { icon: Archive, name: 'Close', keys: null, look: 'text-ink-disabled' },
  { icon: Trash2, name: 'Delete', keys: null, look: 'text-red' },
]

function OpenMenu() {
  return (
    <div className={cx(overlayListClass, 'w-56 max-md:rounded-lg')}>
      {entries.map(({ icon: Icon, name, keys, look }) => (
        <div key={name} className={cx(optionClass, look)}>
          <Icon aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
          <span className="flex-1">{name}</span>
          {keys && <Kbd keys={keys} />}
        </div>
      ))}
    </div>
  )
}

function Actions() {
  const chosen = (what: string) => () => toast.info(`Chosen: ${what}`)
  return (
    <Menu trigger={<Button icon={Ellipsis}>Actions</Button>}>
      <MenuItem icon={UserRoundPlus} shortcut="A" onSelect={chosen('Assign')}>
        Assign
      </MenuItem>
      <MenuItem icon={CircleUserRound} shortcut="I" onSelect={chosen('Take it')}>
        Take it
      </MenuItem>
      <MenuItem icon={Contrast} shortcut="S" onSelect={chosen('Status')}>
        Status
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label="Rarely needed">
        <MenuItem icon={GitMerge} onSelect={chosen('Merge into')}>
          Merge into
        </MenuItem>
        <MenuItem icon={Archive} why="Resolve it first" onSelect={chosen('Close')}>
          Close
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={chosen('Delete')}>
        Delete
      </MenuItem>
    </Menu>
  )
}

function Choice() {
  const [sort, setSort] = useState('due')
  return (
    <Menu trigger={<Button variant="ghost">Sort</Button>}>
      <MenuChoice label="Order" value={sort} onChange={setSort} options={sorts} />
    </Menu>
  )
}
