import type { paths } from './schema.ts';

// Types of calls, of the description of the interface: what a path takes, and what it answers.

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Short<P> = P extends `/api/v1${infer S}` ? S : never;

/** The addresses that know a method, without /api/v1. */
export type PathOf<M extends Method> =
  Short<{ [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths]>;

type Operation<P extends string, M extends Method> =
  `/api/v1${P}` extends infer F extends keyof paths ? paths[F][M] : never;

type Content<T> = T extends { content: { 'application/json': infer B } } ? B : never;

/** What an operation answers when it does what it was asked. */
export type Answer<P extends string, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? Content<R[keyof R & (200 | 201 | 202)]> : never;

type Parameters<P extends string, M extends Method> =
  Operation<P, M> extends { parameters: infer Q } ? Q : never;

type Member<T, K extends string> = K extends keyof T ? Exclude<T[K], undefined> : never;

export type QueryOf<P extends string, M extends Method> = Partial<Member<Parameters<P, M>, 'query'>>;

export type BodyOf<P extends string, M extends Method> =
  Operation<P, M> extends { requestBody?: infer B } ? Content<Exclude<B, undefined>> : never;

export interface Call<P extends string, M extends Method> {
  /** Of the members in braces. */
  path?: Record<string, string | number>;
  query?: QueryOf<P, M>;
  body?: BodyOf<P, M>;
  /** In place of a body in JSON: a text of its own type. */
  text?: { body: string; type: string };
  /** The ETag of what was read: the change is refused if it is another by now. */
  ifMatch?: string;
  /** Makes a repetition of a POST the same request. */
  key?: string;
  signal?: AbortSignal;
}
