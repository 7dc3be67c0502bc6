import { Store } from './store.ts';

// What one person likes, kept in the browser.

const keys = ['milvaion.language'];

const kept = <T extends string>(name: string, otherwise: T): Store<T> => {
  const key = `milvaion.${name}`;
  keys.push(key);
  const store = new Store<T>((localStorage.getItem(key) as T | null) ?? otherwise);
  store.onChange(() => localStorage.setItem(key, store.value));
  return store;
};

export type Theme = 'system' | 'light' | 'dark';
export const theme = kept<Theme>('theme', 'system');
theme.onChange(() => {
  if (theme.value === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme.value;
  }
});

export type Density = 'compact' | 'comfortable';
export const density = kept<Density>('density', 'compact');
density.onChange(() => {
  document.documentElement.dataset['density'] = density.value;
});

/** Whose clock instants are shown by. */
export type Zone = 'mine' | 'job' | 'utc';
export const zone = kept<Zone>('zone', 'mine');

/** Whether single letters do something (WCAG 2.1.4). */
export const letters = kept<'on' | 'off'>('letters', 'on');

/** Whether the rail shows words beside its signs. */
export const rail = kept<'wide' | 'narrow'>('rail', 'wide');

/** A logout has the browser forget all that it holds for the console; what somebody likes is no secret and stays. */
export const outlast = async <T>(logout: () => Promise<T>): Promise<T> => {
  const likes = keys.map((key) => [key, localStorage.getItem(key)] as const);
  const result = await logout();
  for (const [key, value] of likes) {
    if (value !== null) {
      localStorage.setItem(key, value);
    }
  }
  return result;
};
