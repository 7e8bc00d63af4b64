import { passwordLength } from '@physique57/contracts'

/** What is wrong with what was typed, or undefined. */
export function emailProblem(email: string): string | undefined {
  if (email === '') return 'Enter your e-mail.'
  return /^\S+@\S+\.\S+$/.test(email) ? undefined : 'This is not a whole e-mail address.'
}

export function newPasswordProblem(password: string): string | undefined {
  const { min, max } = passwordLength
  if (password === '') return `Choose one of at least ${min} characters.`
  if (password.length < min) return `It needs at least ${min} characters; these are ${password.length}.`
  return password.length > max ? `At most ${max} characters.` : undefined
}

export const passwordHelp = `At least ${passwordLength.min} characters. A few words are easier to keep than odd signs.`

/** Without those that are fine. */
export const onlyWrong = <Name extends string>(
  found: Record<Name, string | undefined>,
): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries(found).filter(([, problem]) => problem)) as Partial<Record<Name, string>>
