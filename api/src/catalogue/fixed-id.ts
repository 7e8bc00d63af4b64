import { v5 } from 'uuid'

const NAMESPACE = '5757a1c0-57ca-4de5-9b57-575757575757'

/** The same id for the same name in every installation and every run. */
export const fixedId = (kind: string, ...names: string[]): string => v5([kind, ...names].join('\u0000'), NAMESPACE)
