import { parse } from './json.ts';
import type { Answer, BodyOf, Call, Method, PathOf } from './paths.ts';
import { Failed, failedBy, failedWithout } from './problem.ts';
import { bearer, ended } from './session.ts';

// Every request of the console, typed by the description of the interface.

const PATIENCE_MS = 10_000;

/** An answer and the tag by which a change of it is conditional. */
export interface Tagged<T> { data: T; etag: string | null }

const addressOf = (path: string, call: { path?: Record<string, string | number> | undefined; query?: object | undefined }): string => {
  const filled = path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(String(call.path?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        query.append(name, String(one));
      }
    }
  }
  return `api/v1${filled}${query.size > 0 ? `?${query}` : ''}`;
};

const send = async (method: Method, address: string, call: Call<never, Method>): Promise<Response> => {
  const headers = new Headers({ Accept: 'application/json', ...await bearer() });
  if (call.body !== undefined || call.text !== undefined) {
    headers.set('Content-Type', call.text?.type ?? 'application/json');
  }
  if (call.ifMatch !== undefined) {
    headers.set('If-Match', call.ifMatch);
  }
  if (call.key !== undefined) {
    headers.set('Idempotency-Key', call.key);
  }
  const patience = AbortSignal.timeout(PATIENCE_MS);
  return fetch(address, {
    method: method.toUpperCase(),
    headers,
    ...call.body !== undefined && { body: JSON.stringify(call.body) },
    ...call.text !== undefined && { body: call.text.body },
    signal: call.signal === undefined ? patience : AbortSignal.any([patience, call.signal]),
  });
};

const exchange = async (method: Method, path: string, call: Call<never, Method>): Promise<Tagged<unknown>> => {
  let response: Response;
  try {
    response = await send(method, addressOf(path, call), call);
  } catch (reason) {
    if (call.signal?.aborted) {
      throw reason;
    }
    throw reason instanceof Failed ? reason : failedWithout(reason);
  }
  if (response.status === 401) {
    ended();
  }
  if (!response.ok) {
    throw await failedBy(response);
  }
  const text = await response.text();
  return { data: text === '' ? null : parse(text), etag: response.headers.get('ETag') };
};

const by = <M extends Method>(method: M) =>
  async <P extends PathOf<M>>(path: P, call: Call<P, M> = {}): Promise<Answer<P, M>> =>
    (await exchange(method, path, call as Call<never, Method>)).data as Answer<P, M>;

const raw = async (path: string, query: object, accept: string): Promise<Response> => {
  const response = await fetch(addressOf(path, { query }), { headers: { Accept: accept, ...await bearer() } });
  if (!response.ok) {
    throw await failedBy(response);
  }
  return response;
};

/** Calls fail with {@link Failed}, or with the reason of their signal. */
export const api = {
  get: by('get'),
  put: by('put'),
  patch: by('patch'),
  delete: by('delete'),

  /** A POST that says nothing secret: when its answer is lost, it is sent once more and done once. */
  post: async <P extends PathOf<'post'>>(path: P, call: Call<P, 'post'> = {}): Promise<Answer<P, 'post'>> => {
    const keyed = { key: crypto.randomUUID?.() ?? String(Math.random()), ...call } as Call<never, Method>;
    try {
      return (await exchange('post', path, keyed)).data as Answer<P, 'post'>;
    } catch (reason) {
      if (reason instanceof Failed && reason.status === 0) {
        return (await exchange('post', path, keyed)).data as Answer<P, 'post'>;
      }
      throw reason;
    }
  },

  /** A POST with a password, a token or a key in it: such ones take no idempotency key. */
  secret: by('post'),

  /** For what is edited: with the tag that the change then names. */
  tagged: async <P extends PathOf<'get'>>(path: P, call: Call<P, 'get'> = {}): Promise<Tagged<Answer<P, 'get'>>> =>
    exchange('get', path, call as Call<never, Method>) as Promise<Tagged<Answer<P, 'get'>>>,

  /** What an address answers that is no JSON. */
  text: async (path: string, query: object, accept: string): Promise<string> => (await raw(path, query, accept)).text(),

  /** Saves what an address answers as a file. */
  download: async (path: string, query: object, name: string): Promise<void> => {
    const response = await raw(path, query, '*/*');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

export type { BodyOf };
