import type { Board } from '@physique57/contracts'
import { Kbd } from '../../../components/ui/kbd.tsx'
import { countOf } from './lane.tsx'

export function BoardFoot(board: Pick<Board, 'total' | 'totalIsCapped'>) {
  return (
    <footer className="num flex h-8 flex-none items-center gap-3 border-line border-t px-3 text-ink-3 text-xs max-md:hidden">
      <span className="flex-1">{countOf(board)} tickets, the same as in the list</span>
      <span className="inline-flex items-center gap-1">
        <Kbd keys="Space" /> lift
      </span>
      <span className="inline-flex items-center gap-1">
        <Kbd keys="← →" /> move
      </span>
      <span className="inline-flex items-center gap-1">
        <Kbd keys="Esc" /> put back
      </span>
    </footer>
  )
}
