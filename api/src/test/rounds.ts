import { inject } from 'vitest'

/** How often something random is tried: `few` times in `npm test`, `many` in the wider tiers (TEST_THOROUGHLY). */
export const rounds = ({ few, many }: { few: number; many: number }): number => (inject('thoroughly') ? many : few)
