import type { Actor } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'

/** Everybody reads the catalogue; admins keep it. Also in 0040_catalogue_changes.sql. */
export function authorizeCatalogue(actor: Actor): void {
  if (actor.role !== 'admin') throw new AppError('forbidden', 'Categories and their forms are kept by admins.')
}
