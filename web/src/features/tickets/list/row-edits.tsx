import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { endEdit, useRowEdit } from './row-edit.ts'

const RowEditor = lazyPart(() => import('./row-editor.tsx'))

/** Where fields of rows are changed, once somebody does. */
export function RowEdits() {
  const { edit, wasUsed } = useRowEdit()
  if (!wasUsed) return null
  return (
    <Part
      onMissing={() => {
        endEdit()
        sayMissing()
      }}
    >
      <RowEditor edit={edit} />
    </Part>
  )
}
