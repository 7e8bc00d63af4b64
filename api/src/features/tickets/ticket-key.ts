/** What people say and search for: `P57-1042`. */
export const ticketKey = (number: number): string => `P57-${number}`
