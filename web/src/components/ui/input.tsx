import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { useFieldControl } from './field.tsx'

/** The look of everything one types or picks in: shared by input, select, combobox and date. */
export const controlClass =
  'flex w-full min-w-0 items-center gap-2 rounded-md border border-control bg-surface text-base text-ink focus-field ' +
  'aria-invalid:border-red has-[[aria-invalid]]:border-red [&[readonly]]:border-line [&[readonly]]:bg-frame [&[readonly]]:text-ink-2 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-hover disabled:text-ink-disabled touch:rounded-lg touch:text-lg'

/** For a box around an input that is disabled. */
export const disabledControlClass = 'cursor-not-allowed border-line! bg-hover! text-ink-disabled!'

export const controlHeight = 'h-8 px-2.5 touch:h-11 touch:px-3'

interface InputProps extends ComponentProps<'input'> {
  /** Before or after the text, within the border. */
  start?: ReactNode
  end?: ReactNode
}

export function Input({ start, end, className, ...props }: InputProps) {
  const field = useFieldControl(props)
  if (start === undefined && end === undefined)
    return <input {...props} {...withoutUndefined(field)} className={cx(controlClass, controlHeight, className)} />
  return (
    <div className={cx(controlClass, controlHeight, end !== undefined && 'pr-0! touch:pr-0!', className)}>
      {start}
      <input {...props} {...withoutUndefined(field)} className="h-full min-w-0 flex-1 bg-transparent outline-none" />
      {end}
    </div>
  )
}

export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  const field = useFieldControl(props)
  return (
    <textarea
      rows={rows}
      {...props}
      {...withoutUndefined(field)}
      className={cx(
        controlClass,
        'field-sizing-content min-h-16 resize-y px-2.5 py-[7px] leading-5 touch:px-3 touch:py-[9px] touch:leading-6',
        className,
      )}
    />
  )
}

/** So that a prop given to the control itself is not overwritten by a field that has nothing to say. */
const withoutUndefined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
