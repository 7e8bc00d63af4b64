import { useState } from 'react'
import { toast } from '../../components/ui/toast.tsx'
import { uploadsArrived } from '../files/upload-store.ts'

/** Does something once no file is on its way there any more; meanwhile one may go on typing. */
export function useWhenArrived(place: string) {
  const [isWaiting, setWaiting] = useState(false)
  const whenArrived = async (act: () => void) => {
    if (isWaiting) return
    setWaiting(true)
    const areThere = await uploadsArrived(place)
    setWaiting(false)
    if (areThere) act()
    else toast.error('A file has not arrived. Try it again, or take it out; then send.')
  }
  return { isWaiting, whenArrived }
}
