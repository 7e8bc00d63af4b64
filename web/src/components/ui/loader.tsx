import { Progress } from '@base-ui/react/progress'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'

interface LoaderProps {
  /** What is being done: "Exporting 1,204 tickets". */
  label: string
  /** Percent; without it nobody knows how long it takes. */
  done?: number | undefined
  /** At the right end, such as Cancel. */
  action?: ReactNode
}

/** Work one waits for, as a bar with words. Where the shape of what comes is known, show that instead: `Loading`, `LoadingRows`. */
export function Loader({ label, done, action }: LoaderProps) {
  return (
    <div className="flex items-center gap-3 text-sm touch:text-base">
      <Progress.Root value={done ?? null} className="grid min-w-0 flex-1 gap-1.5">
        <span className="flex min-w-0 gap-2">
          <Progress.Label className="clip font-medium">{label}</Progress.Label>
          {done !== undefined && <Progress.Value className="num flex-none text-ink-3" />}
        </span>
        <Progress.Track className="block h-1 overflow-hidden rounded-full bg-pressed forced-colors:border">
          <Progress.Indicator
            className={cx(
              'block h-full rounded-full bg-ink-2 forced-colors:bg-[CanvasText]',
              done === undefined && 'w-[45%] animate-busy',
            )}
          />
        </Progress.Track>
      </Progress.Root>
      {action}
    </div>
  )
}
