/** A colour in both themes, as `#rrggbb`. */
export interface ThemedColour {
  light: string
  dark: string
}

/** The colours of a style sheet by name (`ink-2`), aliases followed. Without those that let something shine through. */
export function coloursOf(css: string): Map<string, ThemedColour> {
  const written = new Map(
    [...css.matchAll(/--color-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const found = new Map<string, ThemedColour>()
  for (const name of written.keys()) {
    const colour = resolve(name, written)
    if (colour) found.set(name, colour)
  }
  return found
}

function resolve(name: string, written: Map<string, string>): ThemedColour | null {
  const value = written.get(name) ?? ''
  const alias = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1]
  if (alias) return resolve(alias, written)
  const [light, dark = light] = value.match(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/g) ?? []
  return light && dark ? { light: inFull(light), dark: inFull(dark) } : null
}

const inFull = (hex: string): string => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex)

/** WCAG 2.2: from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
