import { Kbd } from '../../../components/ui/kbd.tsx'
import { formatNumber } from '../../../lib/format.ts'

interface ListFootProps {
  shown: number
  total: number
  totalIsCapped: boolean
}

export function ListFoot({ shown, total, totalIsCapped }: ListFootProps) {
  return (
    <footer className="num flex h-8 flex-none items-center gap-3 border-line border-t px-3 text-ink-3 text-xs max-md:hidden">
      <span>
        {shown} of {formatNumber(total)}
        {totalIsCapped && ' or more'} shown
      </span>
      <span className="inline-flex items-center gap-1">
        <Kbd keys="J" />
        <Kbd keys="K" /> move
      </span>
      <span className="inline-flex items-center gap-1">
        <Kbd keys="↵" /> open
      </span>
    </footer>
  )
}
