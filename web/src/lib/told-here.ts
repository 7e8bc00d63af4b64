/** What a message on this page has said already, so that the inbox's message does not say it again. */
const told = new Set<string>()

export const markToldHere = (id: string): void => void told.add(id)
export const wasToldHere = (id: string): boolean => told.has(id)
