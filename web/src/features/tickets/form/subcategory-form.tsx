import type { Form } from '@physique57/contracts'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { lazyPart, remembered } from '../../../lib/lazy-part.ts'
import { MissingPartError } from '../../../lib/missing-part.ts'
import { describeError } from '../../../lib/problem.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'

const load = remembered(() => import('./answer-fields.tsx'))
const AnswerFields = lazyPart(load)

interface SubcategoryFormProps {
  query: UseQueryResult<Form>
  /** Of the chosen subcategory; undefined before one is chosen. */
  name: string | undefined
}

/** The questions that belong to what was chosen; the code for their controls comes with the first of them. */
export function SubcategoryForm({ query, name }: SubcategoryFormProps) {
  const [isMissing, setMissing] = useState(false)
  useFetchQuietly(load)
  useEffect(() => {
    // while the questions themselves are on their way
    if (name !== undefined) load().catch(() => undefined)
  }, [name])
  if (name === undefined) return null
  return (
    <section aria-label={name} className="grid gap-4 border-line border-y py-4">
      <h2 className="font-semibold text-sm touch:text-lg">
        {name} {query.data && <span className="font-normal text-ink-3">form {query.data.version}</span>}
      </h2>
      {query.isError && !query.data ? (
        <NotLoaded onRetry={() => void query.refetch()}>{describeError(query.error).why}</NotLoaded>
      ) : isMissing ? (
        <NotLoaded onRetry={() => setMissing(false)}>{describeError(new MissingPartError(undefined)).why}</NotLoaded>
      ) : query.data ? (
        <Part fallback={<QuestionsSkeleton />} onMissing={() => setMissing(true)}>
          <AnswerFields form={query.data} />
        </Part>
      ) : (
        <QuestionsSkeleton />
      )}
    </section>
  )
}

function NotLoaded({ onRetry, children }: { onRetry: () => void; children: ReactNode }) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 text-ink-2">
      The questions could not be loaded. {children}
      <Button onClick={onRetry}>Try again</Button>
    </p>
  )
}

function QuestionsSkeleton() {
  return (
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
  )
}
