import css from '../../../styles.css?raw'
import { colourGroups, groundsOf } from '../colour-groups.ts'
import { Exhibit } from '../exhibit.tsx'
import { coloursOf, contrast } from '../tokens.ts'

const colours = coloursOf(css)

export function ColourExhibit() {
  return (
    <Exhibit
      title="Colour"
      code="styles.css, --color-*"
      about="Each is written once for both themes. The number is the contrast on the least favourable of the grounds it stands on; a test computes it from the style sheet and holds it above the promise."
      span="full"
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <Theme name="light" />
        <Theme name="dark" />
      </div>
    </Exhibit>
  )
}

function Theme({ name }: { name: 'light' | 'dark' }) {
  return (
    <div style={themed[name]} className="min-w-0 rounded-lg border border-line bg-surface p-4 text-ink">
      <h3 className="mb-3 font-semibold">{name === 'light' ? 'Light' : 'Dark'}</h3>
      <div className="grid gap-4">
        {colourGroups.map((group) => (
          <div key={group.title}>
            <p className="mb-1.5 text-xs text-ink-3">
              <span className="font-medium text-ink">{group.title}</span> {group.about}
            </p>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(132px,1fr))] gap-x-3 gap-y-1.5">
              {group.colours.map((colour) => (
                <Swatch key={colour} name={colour} worst={worstContrast(colour, groundsOf(group, colour), name)} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  )
}

interface SwatchProps {
  name: string
  /** null: nothing is promised. */
  worst: number | null
}

function Swatch({ name, worst }: SwatchProps) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      <span
        aria-hidden="true"
        className="size-7 flex-none rounded-md border border-line-strong"
        style={{ background: `var(--color-${name})` }}
      />
      <span className="min-w-0 text-xs">
        <span className="clip block">{name}</span>
        {worst !== null && <span className="num block text-ink-3">{worst.toFixed(1)} : 1</span>}
      </span>
    </li>
  )
}

/** The tokens as one theme has them, whichever the page is in. */
const themed = { light: variables('light'), dark: variables('dark') }

function variables(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries([...colours].map(([name, colour]) => [`--color-${name}`, colour[theme]]))
}

const worstContrast = (colour: string, grounds: readonly string[], theme: 'light' | 'dark'): number | null =>
  grounds.length === 0 ? null : Math.min(...grounds.map((ground) => contrast(hex(colour, theme), hex(ground, theme))))

const hex = (name: string, theme: 'light' | 'dark'): string => colours.get(name)?.[theme] ?? '#000000'
