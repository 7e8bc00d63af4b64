import { renderCanned } from '@physique57/contracts'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import ReactMarkdown from 'react-markdown'
import { expect, test } from 'vitest'

const asRead = (text: string) => renderToStaticMarkup(createElement(ReactMarkdown, { skipHtml: true }, text))
const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' })[sign] ?? '',
  )

const nasty = [
  '**bold** _under_ `code`',
  '[here](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '# Heading',
  '1. first',
  '- item',
  '> quote',
  '~~~',
  '=== ',
  '&copy; \\*',
  '<https://evil.example>',
]

test.each(nasty)('%j stands in a reply as the words it is', (value) => {
  expect(asRead(renderCanned('Hi {{client.name}}, hello', { clientName: value }))).toBe(
    `<p>Hi ${escaped(value.trim())}, hello</p>`,
  )
  expect(asRead(renderCanned('{{ticket.title}}', { title: value }))).toBe(`<p>${escaped(value.trim())}</p>`)
})

test('whatever somebody is called, it is read as their name', () => {
  const letter = fc.constantFrom(...'\\`*_[]<>&#+=~-1.) !"\'(|:/aZ₹रा'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1 }), (name) => {
      const value = name.replaceAll(/\s+/g, ' ').trim()
      fc.pre(value !== '')
      expect(asRead(renderCanned('{{client.name}}', { clientName: name }))).toBe(`<p>${escaped(value)}</p>`)
      expect(asRead(renderCanned('Dear {{client.name}}!', { clientName: name }))).toBe(`<p>Dear ${escaped(value)}!</p>`)
    }),
  )
})
