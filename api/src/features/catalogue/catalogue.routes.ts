import { categories, lookups, questions, studios } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import {
  getForm,
  listCategories,
  listLookups,
  listQuestions,
  listStudios,
  listSubcategories,
} from './catalogue.service.ts'

export function catalogueRoutes(app: FastifyInstance): void {
  handle(app, categories.list, ({ ctx }) => listCategories(ctx))
  handle(app, categories.subcategories, ({ ctx, params }) => listSubcategories(ctx, params.id))
  handle(app, categories.fields, ({ ctx, params }) => getForm(ctx, params.id))
  handle(app, questions.list, ({ ctx }) => listQuestions(ctx))
  handle(app, studios.list, ({ ctx }) => listStudios(ctx))
  handle(app, lookups.list, ({ ctx }) => listLookups(ctx))
}
