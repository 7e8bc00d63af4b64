import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

const MOST_RESPONSES = 30

/** What a ticket says, to show where a word stands; in no particular order. */
export const findTexts = (db: Db, ids: string[]) =>
  db
    .selectFrom('tickets')
    .innerJoin('studios', 'studios.id', 'tickets.studioId')
    .innerJoin('formVersions', 'formVersions.id', 'tickets.formVersionId')
    .leftJoin('clients', 'clients.id', 'tickets.clientId')
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.title',
      'tickets.status',
      'tickets.priority',
      'tickets.description',
      'tickets.actionTaken',
      'studios.shortName as studio',
      sql<string | null>`app.answers_text(tickets.answers, form_versions.fields)`.as('answers'),
      sql<string>`concat_ws(' · ', clients.name, clients.phone, clients.email, clients.membership_number)`.as('client'),
      sql<string[]>`array(
        select body from public.ticket_responses where ticket_id = tickets.id order by created_at desc, id desc limit ${MOST_RESPONSES})`.as(
        'responses',
      ),
    ])
    .where(sql<boolean>`tickets.id = any (${ids}::uuid[])`)
    .execute()
