import { useLocation } from '@tanstack/react-router'

/** What stands after the "#" of a link we mailed. */
export const useLinkToken = (): string => useLocation({ select: ({ hash }) => hash })

/** Said when it is missing: the link was cut off. */
export const cutOff = 'The link is not complete. Open it from the mail again, or copy all of it.'
