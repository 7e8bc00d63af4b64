import { Download } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { openExport } from '../exports-store.ts'

/** Takes out what the list shows. */
export function ExportButton() {
  const open = () => openExport('all')
  useShortcuts([{ keys: 'Shift+E', label: 'Export this list', group: 'List', run: open, isQuick: true }])
  return (
    <Button variant="ghost" size="sm" icon={Download} aria-label="Export" onClick={open}>
      <span className="max-md:hidden">Export</span>
    </Button>
  )
}
