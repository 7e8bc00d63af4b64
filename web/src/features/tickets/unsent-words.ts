import type { Id } from '@physique57/contracts'
import { create } from 'zustand'
import { useAuth } from '../../stores/auth-store.ts'

/** What is typed in a dialog of a ticket, by what it is for: kept while the page lives, whatever becomes of the ticket. */
const useWords = create<Record<string, string>>()(() => ({}))

// nothing of the person who left
useAuth.subscribe(({ user }, before) => {
  if (user?.id !== before.user?.id) useWords.setState({}, true)
})

const keyOf = (ticketId: Id, purpose: string) => `${ticketId} ${purpose}`

/** Like `useState('')`, but the words outlive the dialog, and the ticket's being taken away. */
export function useUnsentWords(ticketId: Id, purpose: string): [words: string, write: (words: string) => void] {
  const key = keyOf(ticketId, purpose)
  const words = useWords((all) => all[key] ?? '')
  return [words, (next) => useWords.setState({ [key]: next })]
}

export const writeUnsentWords = (ticketId: Id, purpose: string, words: string): void =>
  useWords.setState({ [keyOf(ticketId, purpose)]: words })

/** All that was typed about a ticket and not sent, as one text, and the way to let it go. */
export function useAllUnsentWords(ticketId: Id): [words: string, discard: () => void] {
  const words = useWords((all) =>
    Object.entries(all)
      .filter(([key, text]) => key.startsWith(keyOf(ticketId, '')) && text.trim() !== '')
      .map(([, text]) => text)
      .join('\n\n'),
  )
  const discard = () =>
    useWords.setState(
      (all) => Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(keyOf(ticketId, '')))),
      true,
    )
  return [words, discard]
}
