const MAX_BYTES = 255

/** The name of an uploaded file as it is kept: any name becomes one that is safe to show, store and download. */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  return shorten(clean) || 'file'
}

/** Control characters, and marks that turn the direction of writing: `photo<U+202E>gpj.exe` looks like an image. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd]/g

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Cut before the extension, between characters. */
function shorten(name: string): string {
  if (bytesOf(name) <= MAX_BYTES) return name
  const extension = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? ''
  const stem = [...name.slice(0, name.length - extension.length)]
  while (stem.length > 0 && bytesOf(stem.join('') + extension) > MAX_BYTES) stem.pop()
  return stem.join('') + extension
}
