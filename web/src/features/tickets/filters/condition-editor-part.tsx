import type { ComponentProps } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { Skeleton } from '../../../components/ui/skeleton.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'

const Editor = lazyPart(() => import('./condition-editor.tsx'))

/** Fetched when somebody first filters: the list itself does not need it. */
export function ConditionEditor(props: ComponentProps<typeof Editor>) {
  return (
    <Part fallback={<Skeleton className="m-4 h-20 w-52" />}>
      <Editor {...props} />
    </Part>
  )
}
