import { useWatch } from 'react-hook-form'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'
import type { NewTicketValues } from './new-ticket.ts'

const load = () => import('./duplicates.tsx')
const Aside = lazyPart(async () => ({ default: (await load()).DuplicatesAside }))
const Strip = lazyPart(async () => ({ default: (await load()).DuplicatesStrip }))

/** Nothing is alike before it is said what it is about and where; the code comes then. */
export function Duplicates({ as }: { as: 'aside' | 'strip' }) {
  useFetchQuietly(load)
  const said = useWatch<NewTicketValues, ['subcategoryId', 'studioId']>({ name: ['subcategoryId', 'studioId'] })
  if (said.includes(null)) return null
  return <Part>{as === 'aside' ? <Aside /> : <Strip />}</Part>
}
