import type { Form } from '@physique57/contracts'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../../../components/ui/button.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { describeError } from '../../../lib/problem.ts'
import { AnswerFields } from './answer-fields.tsx'

interface SubcategoryFormProps {
  query: UseQueryResult<Form>
  /** Of the chosen subcategory; undefined before one is chosen. */
  name: string | undefined
}

/** The questions that belong to what was chosen. */
export function SubcategoryForm({ query, name }: SubcategoryFormProps) {
  if (name === undefined) return null
  return (
    <section aria-label={name} className="grid gap-4 border-line border-y py-4">
      <h2 className="font-semibold text-sm touch:text-lg">
        {name} {query.data && <span className="font-normal text-ink-3">form {query.data.version}</span>}
      </h2>
      {query.data ? (
        <AnswerFields form={query.data} />
      ) : query.isError ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-ink-2">
          The questions could not be loaded. {describeError(query.error).why}
          <Button onClick={() => void query.refetch()}>Try again</Button>
        </p>
      ) : (
        <Loading label="Loading the questions" className="min-h-60">
          <div className="grid gap-6">
            {['w-24', 'w-32', 'w-20'].map((width) => (
              <div key={width} className="grid gap-3">
                <Skeleton className={width} />
                <Skeleton className="h-8! w-full touch:h-11!" />
              </div>
            ))}
          </div>
        </Loading>
      )}
    </section>
  )
}
