import { type ComponentType, createElement, lazy, useState } from 'react'
import { part } from './missing-part.ts'

type Loaded<Props> = { default: ComponentType<Props> }
/** `there` once it came. */
export type Load<Props> = (() => Promise<Loaded<Props>>) & { there?: Loaded<Props> }

/** Remembers what came, so that it is shown at once from then on: React would first wait, and a key pressed meanwhile be lost. */
export function remembered<Props>(load: () => Promise<Loaded<Props>>): Load<Props> {
  const ask: Load<Props> = async () => {
    ask.there = await load()
    return ask.there
  }
  return ask
}

/** A component that is fetched when it is first shown; when it did not come, the next time it is shown it is asked for again. */
export function lazyPart<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const attempt = () =>
    lazy(() =>
      part(load)().catch((error: unknown) => {
        current = attempt()
        throw error
      }),
    )
  let current = attempt()
  return (props) => {
    const [there] = useState(() => load.there?.default)
    return createElement(there ?? (current as ComponentType<Props>), props)
  }
}
