import { expect, test } from 'vitest'
import { isCommonPassword } from './password-rule.ts'

test.each([
  '1qaz2wsx3edc',
  'Motherfucker',
  'qwerty123456',
  'password2026!',
  '!!Password1234',
  '123456789012',
  'abcabcabcabc',
  'aaaaaaaaaaaa',
  'Physique57!!',
  '2026-11-22 18:00',
])('%s is refused', (password) => {
  expect(isCommonPassword(password)).toBe(true)
})

test.each(['barre at seven, stretch at eight', 'correct horse battery', 'नमस्ते-दुनिया-फिर-से', '7:30 pliés with Anahita'])(
  '%s is taken',
  (password) => {
    expect(isCommonPassword(password)).toBe(false)
  },
)
