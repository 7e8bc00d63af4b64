/** A day and a time of day as people type them. Days are `2026-11-22`, times `17:30`, both in no zone. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RELATIVE: Record<string, number> = { today: 0, tomorrow: 1, yesterday: -1 }

/** Indian order: `22/11/2026`, `22-11-26`, `22.11`, `22 Nov`, on a number pad `2211` or `221126`; also `today`, `tomorrow` and ISO. Without a year it is that of `today`. */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase()
  const ahead = RELATIVE[text]
  if (ahead !== undefined) return addDays(today, ahead)

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))

  const parts =
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text) ??
    /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})(?:[\s.,/-]+(\d{4}|\d{2}))?$/.exec(text)
  if (!parts) return null
  const [, day = '', month = '', year = today.slice(0, 4)] = parts
  return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), monthOf(month), Number(day))
}

/** `17:30`, `17.30`, `1730`, `5:30 pm`, `5pm`, `17`. */
export function parseTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase())
  if (!parts) return null
  const [, hour = '', minute = '00', half] = parts
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return null
  const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59) return null
  return `${two(hours)}:${minute}`
}

/** `22/11/2026` */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** The next or last quarter of an hour, within the day. */
export function stepTime(time: string, direction: 1 | -1): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const quarters = (hours * 60 + minutes) / 15
  const next = direction === 1 ? Math.floor(quarters) + 1 : Math.ceil(quarters) - 1
  const within = (next + 96) % 96
  return `${two(Math.floor(within / 4))}:${two((within % 4) * 15)}`
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text, text) === text

/** As a value: a day, or what was typed that is none. */
export const dayFrom = (value: string | null): string | null => (value !== null && isDay(value) ? value : null)

function dayOf(year: number, month: number, date: number): string | null {
  const found = new Date(Date.UTC(year, month - 1, date))
  const exists = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date
  return exists ? found.toISOString().slice(0, 10) : null
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.findIndex((month) => text.startsWith(month)) + 1

const two = (n: number): string => String(n).padStart(2, '0')
