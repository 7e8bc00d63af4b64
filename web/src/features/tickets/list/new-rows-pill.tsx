import { ArrowUp } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'

interface NewRowsPillProps {
  added: number
  moved: number
  onShow: () => void
}

/** Says that the list has news; rows change places only when it is pressed. */
export function NewRowsPill({ added, moved, onShow }: NewRowsPillProps) {
  const words = added > 0 ? `${added} new` : moved > 0 ? 'Order changed' : null
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-9 z-10 flex justify-center touch:top-2">
      {words && (
        <Button icon={ArrowUp} onClick={onShow} className="pointer-events-auto bg-raised! shadow-overlay">
          {words}
        </Button>
      )}
    </div>
  )
}
