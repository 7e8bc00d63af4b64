import { DatabaseError } from 'pg'

/** Something with this name, or another value that may be there only once, is there already. */
export const isTaken = (error: unknown): boolean => error instanceof DatabaseError && error.code === '23505'
