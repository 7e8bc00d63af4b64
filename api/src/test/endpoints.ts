import type { Endpoint } from '@physique57/contracts'
import * as contracts from '@physique57/contracts'

/** Every endpoint of the contracts by its name there, such as `tickets.resolve`. */
export const endpoints = new Map<string, Endpoint>(
  Object.entries(contracts).flatMap(([group, members]) =>
    Object.entries(typeof members === 'object' ? members : {})
      .filter(([, member]) => typeof member === 'object' && 'method' in member && 'path' in member)
      .map(([name, member]): [string, Endpoint] => [`${group}.${name}`, member as Endpoint]),
  ),
)
