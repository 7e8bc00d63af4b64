import { type ReactNode, useState } from 'react'
import { useFetchQuietly } from '../../lib/use-fetch-quietly.ts'
import { Part } from './part.tsx'
import { sayMissing } from './say-missing.ts'

interface OpenedPartProps {
  isOpen: boolean
  onClose: () => void
  load: () => Promise<unknown>
  children: ReactNode
}

/**
 * An overlay whose code is loaded when it is first opened, and then stays, so that what was typed in it outlives closing it.
 * The page fetches that code in a quiet moment, ready for offline too.
 */
export function OpenedPart({ isOpen, onClose, load, children }: OpenedPartProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  useFetchQuietly(load)
  const giveUp = () => {
    setWasOpened(false)
    onClose()
    sayMissing()
  }
  return wasOpened && <Part onMissing={giveUp}>{children}</Part>
}
