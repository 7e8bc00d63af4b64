import type { ReactNode } from 'react'
import { type ControllerRenderProps, type FieldPath, useController } from 'react-hook-form'
import { Field } from '../../../components/ui/field.tsx'
import type { NewTicketValues } from './new-ticket.ts'

type Path = FieldPath<NewTicketValues>

interface TicketFieldProps<N extends Path> {
  name: N
  label: string
  optional?: boolean
  help?: string | undefined
  group?: boolean
  aside?: ReactNode
  className?: string | undefined
  children: (field: ControllerRenderProps<NewTicketValues, N>) => ReactNode
}

/** One question of the create form, with what is wrong with its answer. */
export function TicketField<N extends Path>({ name, children, className, ...labels }: TicketFieldProps<N>) {
  const { field, fieldState } = useController<NewTicketValues, N>({ name })
  return (
    <Field
      id={fieldId(name)}
      error={fieldState.error?.message}
      {...labels}
      {...(className !== undefined && { className })}
    >
      {children(field)}
    </Field>
  )
}

/** Links of the error summary lead there. */
export const fieldId = (path: string): string => `new-ticket-${path.replaceAll('.', '-')}`
