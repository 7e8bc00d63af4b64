/** The order matters: most browsers also name those they descend from. */
const browsers = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /Safari\//],
] as const

const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
] as const

/** "Chrome on Android", as far as the browser says. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device'
  const [browser] = browsers.find(([, mark]) => mark.test(userAgent)) ?? []
  const [system] = systems.find(([, mark]) => mark.test(userAgent)) ?? []
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? 'Another program'
}

export const isHandheld = (userAgent: string | null): boolean => /Mobile|Android|iPhone|iPad/.test(userAgent ?? '')
