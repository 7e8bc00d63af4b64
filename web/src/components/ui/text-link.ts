/** The look of a link within text: ink and underlined, never the accent. */
export const textLinkClass = 'text-ink underline decoration-control underline-offset-3 hover:decoration-current'
