/** What a canned reply can say of the ticket it is used on. What is not known is left out. */
export interface CannedValues {
  clientName?: string | undefined
  key?: string | undefined
  title?: string | undefined
  studio?: string | undefined
  assignee?: string | undefined
  me?: string | undefined
}

interface Variable {
  /** As one writes it: `{{client.name}}`. */
  name: string
  /** What it stands for; and what has to be filled in by hand where nobody knows. */
  label: string
  read: (values: CannedValues) => string | undefined
}

/** Every variable there is; editor, renderer and server ask here. */
export const cannedVariables = [
  { name: 'client.firstName', label: 'client’s first name', read: ({ clientName }) => firstWord(clientName) },
  { name: 'client.name', label: 'client’s name', read: ({ clientName }) => clientName },
  { name: 'ticket.key', label: 'ticket number', read: ({ key }) => key },
  { name: 'ticket.title', label: 'ticket title', read: ({ title }) => title },
  { name: 'studio', label: 'studio', read: ({ studio }) => studio },
  { name: 'assignee', label: 'assignee', read: ({ assignee }) => assignee },
  { name: 'me', label: 'your name', read: ({ me }) => me },
] as const satisfies Variable[]

const variables: readonly Variable[] = cannedVariables

const placeholder = /\{\{([^{}\n]{0,60})\}\}/g
/** What a gap looks like until somebody fills it; neither means anything in Markdown. */
const gap = /⟨([^⟨⟩\n]{1,60})⟩/g

/** Names in double braces that are no variables, as a mistake of whoever wrote the reply. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(placeholder)].map(([, name = '']) => name.trim())
  return [...new Set(names.filter((name) => !variables.some((variable) => variable.name === name)))]
}

/** The reply as text to go on with. Values stand in it as plain words; what is not known is a gap that one sees. */
export function renderCanned(body: string, values: CannedValues): string {
  return body.replaceAll(placeholder, (_whole, inner: string, at: number) => {
    const variable = variables.find(({ name }) => name === inner.trim())
    const value = plain(variable?.read(values) ?? '')
    if (value === '') return `⟨${variable?.label ?? (plain(inner) || 'something')}⟩`
    const isFirst = /(^|\n)[ \t]*$/.test(body.slice(0, at))
    return isFirst ? escapeStart(escapeMarkdown(value)) : escapeMarkdown(value)
  })
}

/** What is still to be filled in before anybody may read it: gaps, and placeholders typed by hand. */
export function stillToFillIn(text: string): string[] {
  const inBraces = [...text.matchAll(placeholder)].flatMap(([, inner = '']) => {
    const variable = variables.find(({ name }) => name === inner.trim())
    return variable ? [variable.label] : []
  })
  return [...new Set([...[...text.matchAll(gap)].map(([, label = '']) => label), ...inBraces])]
}

/** Where the first gap is, so that one types over it. */
export function firstGap(text: string): { from: number; to: number } | undefined {
  const [found] = text.matchAll(gap)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}

const firstWord = (name: string | undefined): string | undefined => name?.trim().split(/\s+/)[0]

/** One line without control or direction marks, which cannot be taken for a gap or a placeholder. */
const plain = (value: string): string =>
  value
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/[⟨⟩{}]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const escapeMarkdown = (value: string): string => value.replaceAll(/[\\`*_[\]<>&]/g, '\\$&')

/** At the beginning of a line these would make a heading, a list or a rule of it. */
const escapeStart = (value: string): string => value.replace(/^[#+=~-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
