import { Download } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { openExport } from '../exports-store.ts'

/** Takes out what the list shows. */
export const ExportButton = () => (
  <Button variant="ghost" size="sm" icon={Download} aria-label="Export" onClick={() => openExport('all')}>
    <span className="max-md:hidden">Export</span>
  </Button>
)
