import { Exhibit } from '../exhibit.tsx'

const sizes = [
  { name: '3xl', measure: '28 / 32', use: 'A figure', look: 'text-3xl font-semibold tracking-tight' },
  { name: '2xl', measure: '22 / 28', use: 'A page', look: 'text-2xl font-semibold tracking-tight' },
  { name: 'xl', measure: '18 / 24', use: 'A ticket, a dialog', look: 'text-xl font-semibold tracking-tight' },
  { name: 'lg', measure: '16 / 24', use: 'Reading, and all text on a phone', look: 'text-lg' },
  { name: 'base', measure: '14 / 20', use: 'Lists and forms on a desk', look: 'text-base' },
  { name: 'sm', measure: '13 / 20', use: 'Facts and buttons', look: 'text-sm' },
  { name: 'xs', measure: '12 / 16', use: 'Chips and heads of tables', look: 'text-xs' },
]
const weights = [
  { value: 400, look: 'font-normal', use: 'text' },
  { value: 450, look: 'font-[450]', use: 'title of a row' },
  { value: 500, look: 'font-medium', use: 'label, button' },
  { value: 600, look: 'font-semibold', use: 'heading' },
]
const steps = [2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40]
const radii = [
  { name: 'sm', look: 'rounded-sm', use: '4, up to 24 px high' },
  { name: 'md', look: 'rounded-md', use: '6, up to 32 px high' },
  { name: 'lg', look: 'rounded-lg', use: '8, above' },
  { name: 'full', look: 'rounded-full', use: 'people, radios' },
]
const shadows = [
  { name: 'overlay', look: 'shadow-overlay', use: 'menu, popover, toast' },
  { name: 'dialog', look: 'shadow-dialog', use: 'dialog, sheet' },
]

export function ScaleExhibit() {
  return (
    <Exhibit
      title="Type, space and motion"
      code="styles.css, --text-*, --spacing, --radius-*, --shadow-*"
      about="Inter, and Noto Sans Devanagari where it has no letters, both from our own server. Multiples of 4; 2, 6 and 10 only inside a control. A hover takes 80 ms, an overlay 140, and neither moves for those who asked for that."
      span="full"
    >
      <dl className="grid">
        {sizes.map(({ name, measure, use, look }) => (
          <div
            key={name}
            className="grid grid-cols-[44px_64px_minmax(0,1fr)] items-baseline gap-x-3 border-b border-line py-2 md:grid-cols-[64px_80px_minmax(0,1fr)_220px]"
          >
            <dt className="font-mono text-xs text-ink-3">{name}</dt>
            <dd className="num text-xs text-ink-3">{measure}</dd>
            <dd className={`clip ${look}`}>Charged ₹38,500 twice, गरम पानी नहीं</dd>
            <dd className="text-sm text-ink-2 max-md:hidden">{use}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-x-8 gap-y-2 text-lg">
        {weights.map(({ value, look, use }) => (
          <span key={value}>
            <span className={look}>{value}</span> <span className="text-sm text-ink-3">{use}</span>
          </span>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        {steps.map((px) => (
          <span key={px} className="grid justify-items-center gap-1 text-xs text-ink-3">
            <span className="bg-control" style={{ width: px, height: px }} />
            <span className="num">{px}</span>
          </span>
        ))}
      </div>
      <div className="flex flex-wrap gap-6 pt-2">
        {radii.map(({ name, look, use }) => (
          <span key={name} className="grid gap-2 text-xs text-ink-3">
            <span className={`size-14 border border-control bg-frame ${look}`} />
            <span>
              <span className="font-mono text-ink">{name}</span>
              <span className="block">{use}</span>
            </span>
          </span>
        ))}
        {shadows.map(({ name, look, use }) => (
          <span key={name} className="grid gap-2 text-xs text-ink-3">
            <span className={`h-14 w-24 rounded-lg bg-raised ${look}`} />
            <span>
              <span className="font-mono text-ink">{name}</span>
              <span className="block">{use}</span>
            </span>
          </span>
        ))}
      </div>
    </Exhibit>
  )
}
