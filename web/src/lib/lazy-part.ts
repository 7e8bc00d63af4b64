import { type ComponentType, createElement, lazy } from 'react'
import { part } from './missing-part.ts'

/** A component that is fetched when it is first shown; when it did not come, the next time it is shown it is asked for again. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const attempt = () =>
    lazy(() =>
      part(load)().catch((error: unknown) => {
        current = attempt()
        throw error
      }),
    )
  let current = attempt()
  return (props) => createElement(current as ComponentType<Props>, props)
}
