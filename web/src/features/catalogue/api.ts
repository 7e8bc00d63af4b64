import { categories, type Id, lookups, people, questions, studios, subcategories } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** The catalogue changes a few times a month: fetched once, kept while the app is open or until the server says that it changed. */
const rarelyChanges = { staleTime: 10 * 60_000, gcTime: 60 * 60_000 }

export const catalogueQueries = {
  categories: () =>
    queryOptions({
      queryKey: [...queryKeys.catalogue, 'categories'],
      queryFn: async () => (await call(categories.list)).items,
      ...rarelyChanges,
    }),
  form: (subcategoryId: Id) =>
    queryOptions({
      queryKey: [...queryKeys.catalogue, 'form', subcategoryId],
      queryFn: () => call(subcategories.fields, { params: { id: subcategoryId } }),
      ...rarelyChanges,
    }),
  questions: () =>
    queryOptions({
      queryKey: [...queryKeys.catalogue, 'questions'],
      queryFn: async () => (await call(questions.list)).items,
      ...rarelyChanges,
    }),
  studios: () =>
    queryOptions({
      queryKey: [...queryKeys.catalogue, 'studios'],
      queryFn: async () => (await call(studios.list)).items,
      ...rarelyChanges,
    }),
  lookups: () =>
    queryOptions({
      queryKey: [...queryKeys.catalogue, 'lookups'],
      queryFn: async () => (await call(lookups.list)).items,
      ...rarelyChanges,
    }),
}

/** Teams, and the people the signed-in person may give tickets to. */
export const assignableQuery = () =>
  queryOptions({ queryKey: ['assignable'], queryFn: () => call(people.assignable), staleTime: 60_000 })
