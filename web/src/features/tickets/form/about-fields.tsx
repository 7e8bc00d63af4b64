import type { Category, Id, Studio } from '@physique57/contracts'
import { Select } from '../../../components/ui/select.tsx'
import { CategoryPicker } from '../../catalogue/components/category-picker.tsx'
import { TicketField } from './ticket-field.tsx'

interface AboutFieldsProps {
  categories: Category[]
  studios: Studio[]
  onSubcategory: (id: Id) => void
  /** On a phone choosing what it is about is the first screen. */
  startsWithPicker: boolean
}

/** What it is about and where: the two answers everything else follows from. */
export function AboutFields({ categories, studios, onSubcategory, startsWithPicker }: AboutFieldsProps) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <TicketField name="subcategoryId" label="What is it about?">
        {(field) => (
          <CategoryPicker
            categories={categories}
            value={field.value}
            onChange={onSubcategory}
            startsOpen={startsWithPicker}
          />
        )}
      </TicketField>
      <TicketField name="studioId" label="Studio">
        {(field) => (
          <Select
            value={field.value}
            onChange={field.onChange}
            placeholder="Choose the studio"
            options={studios.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </TicketField>
    </div>
  )
}
