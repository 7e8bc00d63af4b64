import { describe, expect, test } from 'vitest'
import { type Frame, frameParser } from './frames.ts'

function parse(chunks: string[]): { frames: Frame[]; retries: number[] } {
  const frames: Frame[] = []
  const retries: number[] = []
  const feed = frameParser({ frame: (frame) => frames.push(frame), retry: (ms) => retries.push(ms) })
  for (const chunk of chunks) feed(chunk)
  return { frames, retries }
}

describe('frames of server-sent events', () => {
  test.each([
    ['one frame', ['event: tickets\ndata: {"a":1}\n\n'], [{ event: 'tickets', data: '{"a":1}' }]],
    ['without a name it is a message', ['data:x\n\n'], [{ event: 'message', data: 'x' }]],
    ['several data lines are lines of one text', ['data: a\ndata: b\n\n'], [{ event: 'message', data: 'a\nb' }]],
    ['comments are no frames', [': heartbeat\n\n: again\n\n'], []],
    ['an unfinished frame is not told', ['data: a\n'], []],
    ['a name without data is forgotten', ['event: x\n\ndata: y\n\n'], [{ event: 'message', data: 'y' }]],
    [
      'CR LF and CR end lines too',
      ['data: a\r\n\r\ndata: b\r\rdata: c\n\n'],
      ['a', 'b', 'c'].map((data) => ({ event: 'message', data })),
    ],
    [
      'CR and LF in two pieces are one end',
      ['data: a\r', '\ndata: b\r', '\n\r\n'],
      [{ event: 'message', data: 'a\nb' }],
    ],
  ])('%s', (_, chunks, frames) => expect(parse(chunks).frames).toEqual(frames))

  test('however the text is cut, the frames are the same', () => {
    const text = 'retry: 2500\n\nevent: tickets\ndata: {"ids":["शावर"]}\n\n: hb\n\ndata: second\n\n'
    const whole = parse([text])
    for (let at = 1; at < text.length; at++) expect(parse([text.slice(0, at), text.slice(at)])).toEqual(whole)
    expect(parse([...text])).toEqual(whole)
  })

  test('tells how long to wait before connecting again', () => {
    expect(parse(['retry: 3000\nretry: soon\n\n']).retries).toEqual([3000])
  })
})
