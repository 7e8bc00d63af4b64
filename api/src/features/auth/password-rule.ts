import { readFileSync } from 'node:fs'
import { unprocessable } from '../../http/app-error.ts'

/**
 * The 3,000 most common passwords, and the common ones of twelve characters and more. From @zxcvbn-ts/language-common 4.1.3
 * (MIT), which counted them in leaked lists.
 */
const common = new Set(
  readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)
const ours = ['physique57', 'physique', 'barre']

/** Also when it was made longer by repeating it or by digits and signs around it: that is what guessers try next. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase()
  const word = lower.replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '')
  const isOneThingRepeated = /^(.{1,6})\1+$/u.test(lower)
  return isOneThingRepeated || word === '' || [lower, word].some((each) => common.has(each) || ours.includes(each))
}

/** `path` names the field. Its length is the contract's to check. */
export function refuseCommonPassword(password: string, path: string): void {
  if (isCommonPassword(password)) {
    throw unprocessable(
      path,
      'This password is one of the first that are guessed. Take a few words nobody would expect.',
    )
  }
}
