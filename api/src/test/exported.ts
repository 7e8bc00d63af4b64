import { type ExportTicketsSent, exporting } from '@physique57/contracts'
import { parse } from 'csv-parse/sync'
import type { TestApp, TestUser } from './test-app.ts'

/** What `POST /tickets/export` answers, as it comes. */
export const exportAtOnce = (t: TestApp, user: TestUser, body: ExportTicketsSent) =>
  t.send({
    method: 'POST',
    url: `/api${exporting.tickets.path}`,
    headers: { authorization: `Bearer ${user.token}` },
    payload: body,
  })

/** The records of a CSV file as another program reads them, its first line too. */
export const recordsIn = (csv: string | Buffer): string[][] => parse(csv, { bom: true })

/** The records of a CSV of these tickets, without the labels. Waits for the worker where there are many. */
export async function exportedRecords(
  t: TestApp,
  user: TestUser,
  asked: Omit<ExportTicketsSent, 'format'>,
): Promise<string[][]> {
  const answer = await exportAtOnce(t, user, { ...asked, format: 'csv' })
  if (answer.statusCode === 200) return recordsIn(answer.rawPayload).slice(1)
  if (answer.statusCode !== 202) throw new Error(answer.body)
  await t.runJobs()
  return recordsIn((await fetchExport(t, user, answer.json<{ id: string }>().id)).rawPayload).slice(1)
}

/** The file of an export that was made in the background. */
export const fetchExport = (t: TestApp, user: TestUser, id: string) =>
  t.send({ url: `/api/exports/${id}/file`, headers: { authorization: `Bearer ${user.token}` } })
