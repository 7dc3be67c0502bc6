// Each folder has its words beside it: `export const t = words({...}, {...})`. A language more is a member more of
// LANGUAGES and a parameter more of words(): the type check then names every folder that lacks it.

export const LANGUAGES = { en: 'English', tr: 'Türkçe' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'milvaion.language';

const chosen = (): Language => {
  const wishes = [typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY), ...globalThis.navigator?.languages ?? []];
  const known = wishes.map((wish) => wish?.slice(0, 2)).find((wish) => wish !== undefined && wish in LANGUAGES);
  return (known ?? 'en') as Language;
};

/** The language of this load of the page. */
export const language: Language = chosen();

/** What dates, numbers and sorting follow: Turkish knows İ and ı. */
export const locale = { en: 'en-GB', tr: 'tr-TR' }[language];

/** Changes the language; the page is loaded anew. */
export const speak = (next: Language): void => {
  localStorage.setItem(KEY, next);
  location.reload();
};

/** A word is a text, or a function that makes one of numbers and names. */
export type Word = string | ((...values: never[]) => string);

type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends (...values: never[]) => string ? T[K] : Same<T[K]> };

/** The words of a folder in the language of the page. */
export const words = <T extends { [key: string]: Word | object }>(en: T, tr: Same<T>): T => (language === 'tr' ? tr as T : en);

const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** `plural(n, 'run', 'runs')` gives "1 run", "2,000 runs". */
export const plural = (n: number, one: string, other: string): string =>
  `${numbers.format(n)} ${plurals.select(n) === 'one' ? one : other}`;

export const number = (n: number): string => numbers.format(n);
