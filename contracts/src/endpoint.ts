import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** One operation of the API, said once: the server's route, the browser's call and the OpenAPI document come from it. */
export interface Endpoint {
  method: Method
  /** Below `/api`, with `:name` for parameters. */
  path: string
  summary: string
  /** Who may call it at all: `user` (default) needs a bearer token, `public` nothing, `cookie` the refresh cookie. */
  auth?: 'public' | 'cookie'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response: z.ZodType
  /** Of a successful answer; 200 unless said. */
  status?: 200 | 201 | 202 | 204
  /** Honours `Idempotency-Key`: the same key and body gets the first answer again. */
  idempotent?: true
  /** Honours `If-Match` with the ticket's version. */
  versioned?: true
  /** Answers with the bytes of a file, and also knows who asks by the cookie that is for files alone. */
  bytes?: true
  /** Either answers with `response`, or at once (200) with the bytes of a file. */
  orBytes?: true
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives, after validation. */
export interface Received<E extends Endpoint> {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
}

type Part = 'params' | 'query' | 'body'
type Parts<E extends Endpoint> = { [K in Part as E[K] extends z.ZodType ? K : never]: Sent<E[K]> }

/** What a caller sends: only the parts the endpoint has, and those of which everything is optional only if wanted. */
export type Request<E extends Endpoint> = Omit<Parts<E>, Optional<E>> & Partial<Pick<Parts<E>, Optional<E>>>

type Optional<E extends Endpoint> = { [K in keyof Parts<E>]: object extends Parts<E>[K] ? K : never }[keyof Parts<E>]

/** What a handler answers in the end; nothing where the status is 204. */
export type Reply<E extends Endpoint> = E['status'] extends 204
  ? Promise<void>
  : Promise<z.input<E['response']> | (E['orBytes'] extends true ? AsyncIterable<Uint8Array | string> : never)>
export type Answer<E extends Endpoint> = z.output<E['response']>
