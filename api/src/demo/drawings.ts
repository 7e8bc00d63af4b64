/** What people photograph, drawn: 800 × 600, in shapes alone, because a machine may have no fonts. */
export const drawings = { acPanel, leak, brokenMirror, errorScreen, lostEarring } as const
export type Drawing = keyof typeof drawings

const framed = (ground: string, ...shapes: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600"><rect width="800" height="600" fill="${ground}"/>${shapes.join('')}</svg>`

const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`
const line = (d: string, colour: string, width = 6) =>
  `<path d="${d}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`
const dot = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

/** Lit bars of a digit, as clocks have them: top, upper right, lower right, bottom, lower left, upper left, middle. */
const lit: Record<string, string> = { 2: '1101101', 9: '1111011' }

function digit(value: string, x: number, y: number): string {
  const bars = [
    [8, 0, 64, 12],
    [72, 8, 12, 64],
    [72, 88, 12, 64],
    [8, 148, 64, 12],
    [-4, 88, 12, 64],
    [-4, 8, 12, 64],
    [8, 74, 64, 12],
  ] as const
  return bars
    .map(([dx, dy, width, height], bar) =>
      box(x + dx, y + dy, width, height, lit[value]?.[bar] === '1' ? '#ff5a36' : '#33201c', 5),
    )
    .join('')
}

/** It says 29, and blows warm air. */
function acPanel(): string {
  const air = [250, 400, 550].map((x) => line(`M${x} 430c0 40 -30 40 -30 80s30 40 30 70`, '#b8b2aa'))
  return framed(
    '#d9d4cc',
    box(90, 90, 620, 310, '#f7f5f1', 24),
    box(130, 350, 540, 14, '#c9c3ba', 7),
    box(270, 140, 260, 190, '#1b1413', 14),
    digit('2', 300, 156),
    digit('9', 410, 156),
    dot(506, 170, 8, '#ff5a36'),
    ...air,
  )
}

/** A pipe under a basin, and what comes out of it. */
function leak(): string {
  return framed(
    '#c6cfd2',
    box(0, 430, 800, 170, '#9aa5a8'),
    box(200, 60, 400, 90, '#f4f6f6', 40),
    line('M400 150v120c0 60 -90 60 -90 120v40', '#7d888c', 36),
    line('M388 270h24', '#4d585c', 52),
    ...[0, 1, 2, 3].map((drop) => dot(404 + drop * 6, 320 + drop * 46, 9, '#5f9bc4')),
    '<ellipse cx="420" cy="510" rx="190" ry="34" fill="#7fb0d0"/>',
    '<ellipse cx="440" cy="504" rx="120" ry="16" fill="#a5cbe3"/>',
  )
}

function brokenMirror(): string {
  const cracks = [
    'M420 250l-160 -150',
    'M420 250l210 -120',
    'M420 250l40 260',
    'M420 250l-230 140',
    'M340 175l20 -110',
    'M430 400l110 50',
  ]
  return framed(
    '#8a6a50',
    box(120, 50, 560, 500, '#5d4433', 10),
    box(145, 75, 510, 450, '#cfdde2'),
    line('M190 480l260 -370M260 490l260 -370', '#e4eef1', 14),
    ...cracks.map((crack) => line(crack, '#40525a', 4)),
    dot(420, 250, 12, '#40525a'),
    box(0, 300, 800, 16, '#b98c66', 8),
  )
}

/** A telephone whose page could not be loaded. */
function errorScreen(): string {
  const words = [320, 344, 368].map((y, row) => box(320 + row * 12, y, 160 - row * 24, 10, '#c8c2ba', 5))
  return framed(
    '#efece7',
    box(270, 30, 260, 540, '#1c1a19', 34),
    box(284, 60, 232, 480, '#ffffff', 6),
    box(284, 60, 232, 56, '#8c1d52'),
    dot(400, 220, 54, '#fdecea'),
    line('M380 200l40 40M420 200l-40 40', '#b3261e', 10),
    ...words,
    box(330, 430, 140, 40, '#8c1d52', 8),
  )
}

function lostEarring(): string {
  return framed(
    '#b08c6a',
    ...[0, 1, 2, 3, 4, 5].map((plank) => box(0, plank * 100, 800, 4, '#8f6f52')),
    '<ellipse cx="420" cy="360" rx="120" ry="26" fill="#8f6f52"/>',
    line('M400 180c40 -50 90 0 50 50l-20 40', '#d8b24a', 8),
    dot(424, 310, 44, '#f0e6d2'),
    dot(408, 294, 12, '#ffffff'),
  )
}
