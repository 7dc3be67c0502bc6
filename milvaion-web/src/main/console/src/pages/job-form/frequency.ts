// How often an expression runs on a day that it runs on.

const RANGES = [[0, 59], [0, 59], [0, 23]] as const;

const sizeOf = (field: string, [min, max]: readonly [number, number]): number | null => {
  const values = new Set<number>();
  for (const item of field.split(',')) {
    const parts = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
    if (parts === null) {
      return null;
    }
    const [, all, from, to, step] = parts;
    const first = all === undefined ? Number(from) : min;
    const last = to !== undefined ? Number(to) : all !== undefined || step !== undefined ? max : first;
    const span = last >= first ? last - first : last - first + max - min + 1; // a range wraps round
    for (let at = 0; at <= span; at += Math.max(1, Number(step ?? 1))) {
      values.add(min + (first - min + at) % (max - min + 1));
    }
  }
  return values.size;
};

export interface Frequency { perDay: number; everyDay: boolean }

/** Null for what is not read here: the server says what is wrong with it. */
export const frequencyOf = (expression: string): Frequency | null => {
  const macros: Record<string, string> = {
    '@hourly': '0 0 * * * *', '@every_minute': '0 * * * * *', '@every_second': '* * * * * *', '@daily': '0 0 0 * * *', '@midnight': '0 0 0 * * *',
    '@weekly': '0 0 0 * * 0', '@monthly': '0 0 0 1 * *', '@yearly': '0 0 0 1 1 *', '@annually': '0 0 0 1 1 *',
  };
  const fields = (macros[expression.trim().toLowerCase()] ?? expression).trim().split(/\s+/);
  if (fields.length === 5) {
    fields.unshift('0');
  }
  const sizes = RANGES.map((range, at) => sizeOf(fields[at] ?? '', range));
  return fields.length !== 6 || sizes.includes(null) ? null : {
    perDay: sizes.reduce<number>((product, size) => product * size!, 1),
    everyDay: fields.slice(3).every((field) => field === '*' || field === '?'),
  };
};
