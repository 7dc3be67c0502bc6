// Numbers of job data may be longer than a double holds. Where the engine tells their text, they keep it.

interface Source { source?: string }

const raw = (JSON as unknown as { rawJSON?: (text: string) => unknown }).rawJSON;

/** Its digits without zeros at the ends: `0.0`, `5.0` and `2.5E-4` are doubles that are only written otherwise. */
const digits = (text: string): string => text.replace(/[eE].*$/, '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');

const exact = (_key: string, value: unknown, context?: Source): unknown =>
  typeof value === 'number' && raw !== undefined && context?.source !== undefined
  && digits(String(value)) !== digits(context.source)
    ? raw(context.source)
    : value;

/** As JSON.parse, but what a double would change keeps its text, also when it is written again. */
export const parse = (text: string): unknown =>
  JSON.parse(text, exact as (this: unknown, key: string, value: unknown) => unknown);

/** For people: two spaces to a level. */
export const pretty = (value: unknown): string => JSON.stringify(value, null, 2) ?? '';
