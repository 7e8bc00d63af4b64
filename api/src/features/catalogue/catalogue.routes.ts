import { categories, lookups, questions, studios, subcategories } from '@physique57/contracts'
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
import { changeCategory, createCategory } from './change-categories.service.ts'
import { changeSubcategory, createSubcategory } from './change-subcategories.service.ts'

export function catalogueRoutes(app: FastifyInstance): void {
  handle(app, categories.list, ({ ctx, query }) => listCategories(ctx, query))
  handle(app, categories.subcategories, ({ ctx, params, query }) => listSubcategories(ctx, params.id, query))
  handle(app, categories.create, ({ ctx, body }) => createCategory(ctx, body))
  handle(app, categories.update, ({ ctx, params, body }) => changeCategory(ctx, params.id, body))
  handle(app, subcategories.fields, ({ ctx, params, query }) => getForm(ctx, params.id, query))
  handle(app, subcategories.create, ({ ctx, body }) => createSubcategory(ctx, body))
  handle(app, subcategories.update, ({ ctx, params, body }) => changeSubcategory(ctx, params.id, body))
  handle(app, questions.list, ({ ctx }) => listQuestions(ctx))
  handle(app, studios.list, ({ ctx }) => listStudios(ctx))
  handle(app, lookups.list, ({ ctx }) => listLookups(ctx))
}
