import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import * as contracts from './index.ts'

const isEndpoint = (member: unknown): member is Endpoint =>
  typeof member === 'object' && member !== null && 'method' in member && 'path' in member

const endpoints = Object.values(contracts)
  .flatMap((members): unknown[] => (typeof members === 'object' ? Object.values(members) : []))
  .filter(isEndpoint)

/** Where in a JSON schema an object takes fields that it does not name. */
function openIn(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const within = Object.entries(schema).flatMap(([name, part]) => openIn(part, `${path}.${name}`))
  const isOpen = 'properties' in schema && !('additionalProperties' in schema && schema.additionalProperties === false)
  return isOpen ? [path, ...within] : within
}

test('the walk finds an open object, however deep', () => {
  const deep = z.strictObject({ list: z.array(z.union([z.string(), z.object({ id: z.string() })])) })
  expect(openIn(z.toJSONSchema(deep, { io: 'input' }))).toHaveLength(1)
})

test.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s takes no field that it does not name',
  (_, { body, query }) => {
    for (const sent of [body, query]) {
      if (sent) expect(openIn(z.toJSONSchema(sent, { io: 'input', unrepresentable: 'any' }))).toEqual([])
    }
  },
)
