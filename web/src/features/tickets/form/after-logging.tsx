import { type Category, type Id, priorityLabel } from '@physique57/contracts'

/** Where a ticket of this kind goes, as far as that is certain before it is logged. */
export function AfterLogging({ categories, subcategoryId }: { categories: Category[]; subcategoryId: Id | null }) {
  const subcategory = categories.flatMap((category) => category.subcategories).find(({ id }) => id === subcategoryId)
  if (!subcategory) return null
  return (
    <section className="grid gap-1.5">
      <h2 className="font-semibold text-sm touch:text-lg">After logging</h2>
      <p className="text-ink-2 text-sm touch:text-base">
        {subcategory.defaultTeam ? (
          <>
            Usually goes to <b className="font-medium">{subcategory.defaultTeam.name}</b>, with{' '}
          </>
        ) : (
          'It has '
        )}
        <b className="font-medium">{priorityLabel[subcategory.defaultPriority].toLowerCase()}</b> priority. The page
        that opens next says who has it and by when it is due.
      </p>
    </section>
  )
}
