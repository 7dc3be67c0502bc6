import { Store } from './store.ts';

// The address is the state of a view. It stands behind the #, so that the console works below any path.

export interface Here { path: string; query: URLSearchParams }

const read = (): Here => {
  const [path = '', query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  return { path: path === '' ? '/' : path, query: new URLSearchParams(query) };
};

export const here = new Store<Here>(read());

window.addEventListener('hashchange', () => here.set(read()));
window.addEventListener('popstate', () => here.set(read()));

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

const written = (query: Query): URLSearchParams => {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value as string[] : [value]) {
      if (one !== null && one !== undefined && one !== '') {
        text.append(name, String(one));
      }
    }
  }
  return text;
};

/** A link: `href('/runs', { state: 'failed' })`. */
export const href = (path: string, query: Query = {}): string => {
  const text = written(query);
  return `#${path}${text.size > 0 ? `?${text}` : ''}`;
};

export const go = (path: string, query: Query = {}): void => {
  location.hash = href(path, query);
};

/** Changes members of the query of this view; null takes one away. `replace` leaves no step for Back. */
export const change = (changes: Query, { replace = false } = {}): void => {
  const query = new URLSearchParams(here.value.query);
  for (const name of Object.keys(changes)) {
    query.delete(name);
  }
  for (const [name, value] of written(changes)) {
    query.append(name, value);
  }
  const next = `#${here.value.path}${query.size > 0 ? `?${query}` : ''}`;
  if (next !== location.hash) {
    history[replace ? 'replaceState' : 'pushState'](null, '', next);
    here.set(read());
  }
};
