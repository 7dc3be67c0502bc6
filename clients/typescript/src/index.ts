// The REST interface of a node, typed by its own description.
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** A request that was refused: RFC 9457 says why. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(`${status} ${problem.title}: ${problem.detail}`);
  }
}

/**
 * A client of a node; each of its calls fails with {@link Refused} if it is refused.
 *
 * @param node such as http://localhost:8080
 * @param token an access token or an API key; absent for a login
 */
export const connect = (node: string, token?: string) => {
  const client = createClient<paths>({ baseUrl: node });
  const rules: Middleware = {
    onRequest({ request }) {
      if (token !== undefined) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      return request;
    },
    async onResponse({ response }) {
      if (!response.ok) {
        throw new Refused(response.status, await response.clone().json() as Problem);
      }
    },
  };
  client.use(rules);
  return client;
};

export type Client = ReturnType<typeof connect>;

/** What an answer holds; calls of {@link connect} have failed before if it holds none. */
export const held = async <T>(answer: Promise<{ data?: T }>): Promise<T> => {
  const { data } = await answer;
  if (data === undefined) {
    throw new Error('the answer is empty');
  }
  return data;
};

interface Page<T> { items: T[]; nextCursor: string | null }

/** The items of a list, page after page. */
export async function* all<T>(
  page: (after: { after?: string }) => Promise<{ data?: Page<T> }>,
): AsyncGenerator<T> {
  let after: { after?: string } = {};
  for (;;) {
    const { items, nextCursor } = await held(page(after));
    yield* items;
    if (nextCursor === null) {
      return;
    }
    after = { after: nextCursor };
  }
}
