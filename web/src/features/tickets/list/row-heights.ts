/** In pixels, as tokens.css has them; a card of the phone is two lines high. */
export const rowHeights = { compact: 32, comfortable: 40, card: 68 } as const
