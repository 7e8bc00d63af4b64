import { categories, type Id, lookups, people, questions, studios } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

/** The catalogue changes a few times a month: fetched once, kept while the app is open. */
const rarelyChanges = { staleTime: 10 * 60_000, gcTime: 60 * 60_000 }

export const catalogueQueries = {
  categories: () =>
    queryOptions({
      queryKey: ['catalogue', 'categories'],
      queryFn: async () => (await call(categories.list)).items,
      ...rarelyChanges,
    }),
  form: (subcategoryId: Id) =>
    queryOptions({
      queryKey: ['catalogue', 'form', subcategoryId],
      queryFn: () => call(categories.fields, { params: { id: subcategoryId } }),
      ...rarelyChanges,
    }),
  questions: () =>
    queryOptions({
      queryKey: ['catalogue', 'questions'],
      queryFn: async () => (await call(questions.list)).items,
      ...rarelyChanges,
    }),
  studios: () =>
    queryOptions({
      queryKey: ['catalogue', 'studios'],
      queryFn: async () => (await call(studios.list)).items,
      ...rarelyChanges,
    }),
  lookups: () =>
    queryOptions({
      queryKey: ['catalogue', 'lookups'],
      queryFn: async () => (await call(lookups.list)).items,
      ...rarelyChanges,
    }),
}

/** Teams, and the people the signed-in person may give tickets to. */
export const assignableQuery = () =>
  queryOptions({ queryKey: ['assignable'], queryFn: () => call(people.assignable), staleTime: 60_000 })
