import { stopOf, type Expected } from './scan.ts';

export interface Flaw { message: string; from: number; line: number; column: number }

type Says = Record<Expected | 'noObject', string>;

/** What is wrong with a text that has to be a JSON object; null if it is one, or empty. */
export const flawOf = (text: string, says: Says): Flaw | null => {
  if (text.trim() === '') {
    return null;
  }
  const stop = stopOf(text);
  if (stop !== null) {
    return at(text, stop.at, says[stop.expected]);
  }
  return text.trimStart().startsWith('{') ? null : at(text, 0, says.noObject);
};

const at = (text: string, from: number, message: string): Flaw => {
  const before = text.slice(0, from).split('\n');
  return { message, from, line: before.length, column: before.at(-1)!.length + 1 };
};
