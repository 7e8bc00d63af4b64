import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

describe('a name becomes one that is safe to keep', () => {
  test.each([
    ['as it is', 'AC panel, 2nd floor.jpg', 'AC panel, 2nd floor.jpg'],
    ['Hindi', 'शावर की फ़ोटो.png', 'शावर की फ़ोटो.png'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a path of Windows', 'C:\\Users\\me\\bill.pdf', 'bill.pdf'],
    ['only a path', '../', 'file'],
    ['only dots', '..', 'file'],
    ['hidden', '.htaccess', 'htaccess'],
    ['NUL', 'bill.pdf\0.exe', 'bill.pdf.exe'],
    ['line breaks', 'a\r\nSet-Cookie: x.txt', 'aSet-Cookie: x.txt'],
    ['writing turned round', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['quotes', 'the "new" one\'s.png', 'the "new" one\'s.png'],
    ['half a character', 'a\ud800b.png', 'ab.png'],
    ['nothing', '   ', 'file'],
  ])('%s', (_, given, kept) => expect(cleanFileName(given)).toBe(kept))
})

test('300 characters are cut to 255 bytes, before the extension', () => {
  expect(cleanFileName(`${'x'.repeat(300)}.jpeg`)).toBe(`${'x'.repeat(250)}.jpeg`)
  expect(cleanFileName(`${'श'.repeat(300)}.png`)).toBe(`${'श'.repeat(83)}.png`)
})

test('whatever is given, the result is short, has no path, and is left alone the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanFileName(given)
      expect(new TextEncoder().encode(name).length).toBeGreaterThan(0)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
      expect(name).not.toMatch(/[/\\\0\r\n\u202e]/)
      expect(name.isWellFormed()).toBe(true)
    }),
  )
})
