import { isFormKey, type Operator } from '@physique57/contracts'
import type { FilterField } from './use-filter-fields.ts'

/** What a new condition says at first, where no value can be left open. */
export function usualValue(field: FilterField, operator: Operator): string {
  if (field.kind === 'options') return field.options[0]?.value ?? ''
  if (field.kind === 'time') return operator === 'is' || isFormKey(field.key) ? 'today' : '2d'
  return field.kind === 'number' ? '1' : ''
}
