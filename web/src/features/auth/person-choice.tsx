import { ChevronRight, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../components/ui/avatar.tsx'
import type { Someone } from '../../stores/auth-store.ts'

interface PersonChoiceProps {
  people: Someone[]
  onChoose: (person: Someone) => void
  onSomebodyElse: () => void
}

/** Who agreed to be shown on this shared device, and the way in for everybody else. */
export function PersonChoice({ people, onChoose, onSomebodyElse }: PersonChoiceProps) {
  return (
    <ul className="grid divide-y divide-line rounded-lg border border-line-strong">
      {people.map((person) => (
        <Choice key={person.id} onPress={() => onChoose(person)}>
          <Avatar person={person} size={28} decorative />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{person.name}</span>
        </Choice>
      ))}
      <Choice onPress={onSomebodyElse}>
        <span className="grid size-7 flex-none place-items-center">
          <UserRoundPlus aria-hidden="true" className="size-5 text-ink-3" strokeWidth={1.75} />
        </span>
        <span className="flex-1">Somebody else</span>
      </Choice>
    </ul>
  )
}

function Choice({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        onClick={onPress}
        className="focus-inside flex min-h-13 w-full items-center gap-3 px-3 py-2 text-left text-lg hover:bg-hover active:bg-pressed"
      >
        {children}
        <ChevronRight aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
      </button>
    </li>
  )
}
