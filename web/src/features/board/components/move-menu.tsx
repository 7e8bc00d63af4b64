import { statusLabel, TicketStatus, type TicketSummary } from '@physique57/contracts'
import { ArrowRightLeft } from 'lucide-react'
import { IconButton } from '../../../components/ui/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../../../components/ui/menu.tsx'
import { StatusIcon } from '../../tickets/status.tsx'
import { wayTo } from '../move-to.ts'

/** The same moves without dragging; those that are not possible are last and say why. */
export function MoveMenu({ ticket, onMove }: { ticket: TicketSummary; onMove: (to: TicketStatus) => void }) {
  const ways = TicketStatus.options
    .filter((to) => to !== ticket.status)
    .map((to) => ({ to, way: wayTo(ticket, to) }))
    .toSorted((a, b) => Number(a.way.verb === null) - Number(b.way.verb === null))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing what is in it lifts nothing
    <span
      data-move
      onMouseDown={(event) => event.stopPropagation()}
      onTouchStart={(event) => event.stopPropagation()}
      className="relative z-1 -my-1 opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 group-has-[a:focus-visible]/row:opacity-100 has-aria-expanded:opacity-100 touch:-my-2.5 touch:opacity-100"
    >
      <Menu
        align="end"
        trigger={
          <IconButton
            icon={ArrowRightLeft}
            label={`Move ${ticket.key} to…`}
            size="sm"
            className="size-6! touch:size-11!"
          />
        }
      >
        <MenuGroup label={`Move ${ticket.key} to`}>
          {ways.map(({ to, way }) => (
            <MenuItem
              key={to}
              mark={<StatusIcon status={to} />}
              why={way.verb === null ? way.why : undefined}
              onSelect={() => onMove(to)}
            >
              {statusLabel[to]}
              {way.verb !== null && <span className="block text-ink-3 text-xs touch:text-sm">{way.says}</span>}
            </MenuItem>
          ))}
        </MenuGroup>
      </Menu>
    </span>
  )
}
