import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { apiFor } from '../people.ts'

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')

test('what README says to type into a terminal logs a ticket, answers it and resolves it', async ({ baseURL }) => {
  const [walk = '', ...others] = readme.match(/(?<=```sh\n)API=[\s\S]*?(?=```)/g) ?? []
  expect(others).toEqual([])
  const script = walk.replace('http://localhost:3000', String(baseURL))
  expect(script).not.toContain(':3000')

  const typed = ['-c', `set -euo pipefail\n${script}\necho "ticket $TICKET"`]
  const { stdout, stderr } = await promisify(execFile)('bash', typed)

  expect(stderr).toBe('')
  const [, fields, reply, status, id] = /^([\s\S]*)\n(.+)\n(.+)\nticket (.+)\n$/.exec(stdout) ?? []
  expect(fields).toContain('howBad')
  expect(reply).toBe('The technician comes at 9:00')
  expect(status).toBe('resolved')

  const desk = await apiFor('member1.operations')
  const ticket = await desk<{ title: string; status: string; subcategory: { name: string } }>(`/tickets/${id}`)
  expect(ticket).toMatchObject({ title: 'AC blows warm air', status: 'resolved' })
  expect(ticket.subcategory.name).toBe('Temperature Control')
})
