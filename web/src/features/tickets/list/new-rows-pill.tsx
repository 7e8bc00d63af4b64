import { ArrowUp } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'

interface NewRowsPillProps {
  added: number
  moved: number
  /** What came, where it is not tickets. */
  of?: string
  onShow: () => void
}

/** Says that the list has news; rows change places only when it is pressed. */
export function NewRowsPill({ added, moved, of, onShow }: NewRowsPillProps) {
  const what = of ? ` ${of}${added === 1 ? '' : 's'}` : ''
  const words = added > 0 ? `${added} new${what}` : moved > 0 ? 'Order changed' : null
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
