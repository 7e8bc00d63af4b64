import { Download, Ellipsis, Tag, Trash2, UserRoundCheck } from 'lucide-react'
import { IconButton } from '../../../components/ui/button.tsx'
import { Menu, MenuItem } from '../../../components/ui/menu.tsx'

interface BulkMoreMenuProps {
  why: string | undefined
  onTake: () => void
  onTags: () => void
  onExport: () => void
  /** For whom may do it. */
  onDelete: (() => void) | undefined
}

/** On a phone: what the bar has no room for. */
export function BulkMoreMenu({ why, onTake, onTags, onExport, onDelete }: BulkMoreMenuProps) {
  return (
    <Menu
      side="top"
      align="end"
      trigger={<IconButton label="More for the selected" icon={Ellipsis} variant="outline" />}
    >
      <MenuItem icon={UserRoundCheck} why={why} onSelect={onTake}>
        Assign to me
      </MenuItem>
      <MenuItem icon={Tag} why={why} onSelect={onTags}>
        Tags…
      </MenuItem>
      <MenuItem icon={Download} why={why} onSelect={onExport}>
        Export…
      </MenuItem>
      {onDelete && (
        <MenuItem icon={Trash2} danger why={why} onSelect={onDelete}>
          Delete…
        </MenuItem>
      )}
    </Menu>
  )
}
