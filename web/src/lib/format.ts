/** Words for times and amounts: en-IN, 24 hours, in the reader's zone. */
const LOCALE = 'en-IN'
export const DEFAULT_ZONE = 'Asia/Kolkata'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `Sat 21 Nov 2026, 17:31 IST` */
export function formatDateTime(at: string | number, zone: string): string {
  return `${formatDate(at, zone)}, ${formatTime(at, zone)} ${zoneName(zone, at)}`
}

/** `Sat 21 Nov 2026` */
export function formatDate(at: string | number, zone: string): string {
  const { weekday, day, month, year } = partsOf(at, zone)
  return `${weekday} ${day} ${month} ${year}`
}

/** `17:31` */
export function formatTime(at: string | number, zone: string): string {
  const { hour, minute } = partsOf(at, zone)
  return `${hour}:${minute}`
}

/** As short as it stays clear: `17:31` today, `Sat 17:31` within the week, `14 Nov` this year, `14 Nov 2025` else. Works ahead of now too. */
export function formatShort(at: string | number, zone: string, now = Date.now()): string {
  const parts = partsOf(at, zone)
  const today = partsOf(now, zone)
  if (dayKey(parts) === dayKey(today)) return formatTime(at, zone)
  if (Math.abs(new Date(at).getTime() - now) < 6 * DAY) return `${parts.weekday} ${formatTime(at, zone)}`
  return parts.year === today.year ? `${parts.day} ${parts.month}` : `${parts.day} ${parts.month} ${parts.year}`
}

/** `just now`, `4 m ago`, `3 h ago`, `2 d ago`, `in 40 m` */
export function formatRelative(at: string | number, now = Date.now()): string {
  const distance = now - new Date(at).getTime()
  if (Math.abs(distance) < MINUTE) return 'just now'
  return distance > 0 ? `${formatAge(at, now)} ago` : `in ${coarse(-distance)}`
}

/** How old, in one unit: `now`, `20 m`, `5 h`, `4 d`, `3 mo` */
export function formatAge(at: string | number, now = Date.now()): string {
  const age = now - new Date(at).getTime()
  return age < MINUTE ? 'now' : coarse(age)
}

function coarse(ms: number): string {
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} m`
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`
  if (ms < 60 * DAY) return `${Math.floor(ms / DAY)} d`
  return `${Math.floor(ms / (30 * DAY))} mo`
}

/** Minutes as `43 m`, `1 h 05 m`, `4 h`, `1 d 4 h`. */
export function formatDuration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours === 0) return `${rest} m`
  return rest > 0 ? `${hours} h ${String(rest).padStart(2, '0')} m` : `${hours} h`
}

/** `43 m left`, `8 m over`; from ten hours on the minutes no longer matter. */
export function formatRemaining(minutes: number): string {
  const rest = Math.abs(minutes)
  const shown = rest >= 600 ? rest - (rest % 60) : rest
  return `${formatDuration(shown)} ${minutes >= 0 ? 'left' : 'over'}`
}

/** With Indian grouping: `1,00,000`. */
/** `1.8 MB`, as phones and mails say it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1_000))} KB`
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
}

export const formatNumber = (n: number): string => new Intl.NumberFormat(LOCALE).format(n)

/** `IST`; where a zone has no short name, its offset. */
export function zoneName(zone: string, at: string | number = Date.now()): string {
  const parts = formatter(zone, { timeZoneName: 'short' }).formatToParts(new Date(at))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** `2026-11-22T17:31`, as a datetime-local input wants it. */
export function localFromInstant(at: string, zone: string): string {
  const { year, monthNumber, day, hour, minute } = partsOf(at, zone)
  return `${year}-${monthNumber}-${day.padStart(2, '0')}T${hour}:${minute}`
}

/** The instant at which the clocks of the zone show `local`. In the hour a zone skips, the later reading. */
export function instantFromLocal(local: string, zone: string): string {
  const asUtc = new Date(`${local.slice(0, 16)}Z`).getTime()
  const guess = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(guess, zone)).toISOString()
}

/** How far the zone's clocks are ahead of UTC at that instant. */
const offsetAt = (instant: number, zone: string): number =>
  new Date(`${localFromInstant(new Date(instant).toISOString(), zone)}Z`).getTime() -
  Math.floor(instant / MINUTE) * MINUTE

interface Parts {
  weekday: string
  day: string
  month: string
  monthNumber: string
  year: string
  hour: string
  minute: string
}

const dayKey = ({ day, month, year }: Parts): string => `${year} ${month} ${day}`

function partsOf(at: string | number, zone: string): Parts {
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatter(zone, options).formatToParts(new Date(at))) found[type] = value
  const monthIndex = Number(found.month) - 1
  return {
    weekday: found.weekday ?? '',
    day: found.day ?? '',
    month: MONTHS[monthIndex] ?? '',
    monthNumber: String(monthIndex + 1).padStart(2, '0'),
    year: found.year ?? '',
    hour: found.hour ?? '',
    minute: found.minute ?? '',
  }
}

/** Three letters each; en-IN would write "Sept". */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one is slow, and a list needs hundreds. An unknown zone falls back to ours. */
function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.keys(options).join()}`
  const known = formatters.get(key)
  if (known) return known
  const made = makeFormatter(zone, options)
  formatters.set(key, made)
  return made
}

function makeFormatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: DEFAULT_ZONE })
  }
}
