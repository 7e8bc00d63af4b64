/** WCAG AA: text under 24 px, and what one must see to use something, such as an input's outline. */
const TEXT = 4.5
const SHAPE = 3

interface ColourGroup {
  title: string
  /** What they are for. */
  about: string
  colours: readonly string[]
  /** The grounds each of them has to be told from, and how well. */
  on?: readonly string[] | ((colour: string) => readonly string[])
  least?: number
}

export const groundsOf = ({ on = [] }: ColourGroup, colour: string): readonly string[] =>
  typeof on === 'function' ? on(colour) : on

const surfaces = ['surface', 'frame', 'raised', 'hover', 'pressed'] as const

/** Every colour there is, by what it is for, with the promise it has to keep in both themes. */
export const colourGroups: readonly ColourGroup[] = [
  { title: 'Surfaces', about: 'From the frame inwards; raised only where something floats.', colours: surfaces },
  {
    title: 'Ink',
    about: 'Content, secondary, labels and hints.',
    colours: ['ink', 'ink-2', 'ink-3'],
    on: [...surfaces, 'accent-tint', 'note-tint'],
    least: TEXT,
  },
  { title: 'Disabled', about: 'Only what cannot be used; no contrast is asked of it.', colours: ['ink-disabled'] },
  { title: 'Lines', about: 'Hairline, and the outline of buttons and panes.', colours: ['line', 'line-strong'] },
  {
    title: 'Controls',
    about: 'Outline of what one types and chooses in; the ring around what has the focus.',
    colours: ['control', 'focus'],
    on: ['surface', 'frame', 'raised'],
    least: SHAPE,
  },
  {
    title: 'Accent',
    about: 'The one primary action, what is selected, where the focus is. Nothing else.',
    colours: ['accent', 'accent-hover', 'accent-pressed'],
    on: ['on-accent'],
    least: TEXT,
  },
  {
    title: 'Accent as words and ground',
    about: 'Ticks, and rows that are selected.',
    colours: ['accent-ink'],
    on: [...surfaces, 'accent-tint'],
    least: TEXT,
  },
  {
    title: 'Danger',
    about: 'Filled only as the last step of a dialog.',
    colours: ['danger', 'danger-hover'],
    on: ['on-danger'],
    least: TEXT,
  },
  { title: 'Inverse', about: 'Tooltips.', colours: ['inverse'], on: ['on-inverse'], least: TEXT },
  {
    title: 'Hues',
    about: 'Each with a tint of its own to stand on. What they mean is said below: use those names, not these.',
    colours: ['blue', 'indigo', 'teal', 'green', 'amber', 'orange', 'red', 'stone'],
    on: (hue) => [`${hue}-tint`, ...surfaces],
    least: TEXT,
  },
  {
    title: 'Note',
    about: 'What is said among staff; amber ground is for nothing else.',
    colours: ['note'],
    on: ['note-tint'],
    least: TEXT,
  },
  {
    title: 'Status',
    about: 'Always with its icon and its word.',
    colours: ['new', 'assigned', 'in-progress', 'pending', 'resolved', 'closed', 'reopened'].map((s) => `status-${s}`),
    on: surfaces,
    least: TEXT,
  },
  {
    title: 'Priority',
    about: 'Always with its icon and its word.',
    colours: ['low', 'medium', 'high', 'critical'].map((priority) => `priority-${priority}`),
    on: surfaces,
    least: TEXT,
  },
  {
    title: 'SLA',
    about: 'Always with its icon and its word.',
    colours: ['ok', 'soon', 'over', 'paused', 'met'].map((state) => `sla-${state}`),
    on: surfaces,
    least: TEXT,
  },
  {
    title: 'Charts',
    about: '1 created, 2 overdue, 3 resolved, 8 other. Told apart under every common colour blindness.',
    colours: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `chart-${n}`),
    on: ['surface'],
    least: SHAPE,
  },
]
