import type { FieldOption, FormField } from '@physique57/contracts'

/** Options from their labels: "Too hot" is stored as `too_hot`. */
export const options = (...labels: string[]): FieldOption[] =>
  labels.map((label) => ({ value: optionValue(label), label }))

const optionValue = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

export const yesNo = options('Yes', 'No')

export const howOften = options('First time', 'Once or twice', 'Often')

/** What a client books with. */
export const platforms: FieldOption[] = [
  { value: 'ios', label: 'iOS' },
  { value: 'android', label: 'Android' },
  { value: 'website_desktop', label: 'Website, desktop' },
  { value: 'website_mobile', label: 'Website, mobile' },
]

export const areas = options('Studio floor', 'Changing room', 'Reception', 'Lounge', 'Whole studio')

/** The short form: what happened, from a list that can be counted later, then when, who and how bad. */
export const shortForm = (question: string, choices: string[], ...rest: FormField[]): FormField[] => [
  ...whatHappened(question, choices),
  ...rest,
]

/** What most forms begin with: a list, and a line for what is not on it. */
export const whatHappened = (question: string, choices: string[]): FormField[] => [
  {
    key: 'what',
    type: 'select',
    label: question,
    required: true,
    options: [...options(...choices), { value: 'other', label: 'Something else' }],
  },
  {
    key: 'whatElse',
    type: 'text',
    label: 'What exactly',
    required: true,
    maxLength: 200,
    visibleWhen: { field: 'what', is: 'other' },
  },
]

export const howBad = (label: string, lowLabel: string, highLabel: string): FormField => ({
  key: 'howBad',
  type: 'rating',
  label,
  required: true,
  lowLabel,
  highLabel,
})

/** A moment that has passed. */
export const moment = (key: string, label: string, required = false): FormField => ({
  key,
  type: 'datetime',
  label,
  required,
  notInFuture: true,
})
