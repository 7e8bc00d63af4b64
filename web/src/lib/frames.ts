/** One server-sent event, as the HTML standard frames it. */
export interface Frame {
  event: string
  data: string
}

interface Hears {
  frame: (frame: Frame) => void
  /** The server asks to wait this many milliseconds before connecting again. */
  retry?: (ms: number) => void
}

/** Takes the stream's text in any pieces and tells of each whole frame. */
export function frameParser(hears: Hears): (chunk: string) => void {
  let rest = ''
  let event = ''
  let data: string[] = []

  const line = (text: string): void => {
    if (text === '') dispatch()
    const colon = text.indexOf(':')
    if (colon === 0) return
    const name = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (name === 'data') data.push(value)
    if (name === 'event') event = value
    if (name === 'retry' && /^\d+$/.test(value)) hears.retry?.(Number(value))
  }

  const dispatch = (): void => {
    if (data.length > 0) hears.frame({ event: event || 'message', data: data.join('\n') })
    event = ''
    data = []
  }

  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const text of lines) line(text)
  }
}
