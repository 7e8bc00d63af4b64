import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cannedVariables, firstGap, renderCanned, stillToFillIn, unknownVariables } from './canned-variables.ts'

const values = {
  clientName: 'Priya Shah',
  key: 'P57-1042',
  title: 'AC drips',
  studio: 'Bandra',
  assignee: 'Dev',
  me: 'Noor',
}

test('every variable is filled in from the ticket', () => {
  const body = cannedVariables.map(({ name }) => `{{${name}}}`).join(' | ')
  expect(renderCanned(body, values)).toBe('Priya | Priya Shah | P57-1042 | AC drips | Bandra | Dev | Noor')
  expect(renderCanned('{{ client.firstName }}', values)).toBe('Priya')
})

test('what nobody knows is a gap to fill in, never a placeholder', () => {
  const text = renderCanned('Hi {{client.firstName}}, {{assignee}} and {{nobody}}', {})
  expect(text).toBe('Hi ⟨client’s first name⟩, ⟨assignee⟩ and ⟨nobody⟩')
  expect(stillToFillIn(text)).toEqual(['client’s first name', 'assignee', 'nobody'])
  expect(firstGap(text)).toEqual({ from: 3, to: 24 })
  expect(stillToFillIn('Hi {{client.name}}')).toEqual(['client’s name'])
  expect(stillToFillIn('Hi Priya {{x}}')).toEqual([])
  expect(firstGap('Hi Priya')).toBeUndefined()
})

test('a variable that does not exist is named to whoever writes it', () => {
  expect(unknownVariables('{{client.nmae}} {{me}} {{ studio }} {{}}')).toEqual(['client.nmae', ''])
})

test('nothing in a value becomes a placeholder, a gap or a second line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, title) => {
      const text = renderCanned('{{client.name}}\n{{ticket.title}}', { clientName: name, title })
      expect(text.split('\n')).toHaveLength(2)
      expect(text).not.toMatch(/\{\{|\}\}/)
      expect(stillToFillIn(renderCanned('Hi {{client.name}}', { clientName: `x${name}` }))).toEqual([])
    }),
  )
})

test('text without variables stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{{')),
      (text) => {
        expect(renderCanned(text, values)).toBe(text)
      },
    ),
  )
})
