// The clocks of the zone of a job, whatever zone the viewer has chosen.

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (timeZone: string): Intl.DateTimeFormat => {
  let known = formats.get(timeZone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formats.set(timeZone, known);
  }
  return known;
};

/** Whether this browser has the rules of a zone; the server may know others. */
export const isKnown = (timeZone: string): boolean => {
  try {
    format(timeZone);
    return true;
  } catch {
    return false;
  }
};

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What clocks show, as `2027-03-28T03:00:00`. */
export const localOf = (at: number | string, timeZone: string): string => {
  const parts = Object.fromEntries(format(timeZone).formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts['year']!.padStart(4, '0')}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
};

/** How many ms clocks are ahead of UTC. */
export const aheadAt = (at: number, timeZone: string): number =>
  Date.parse(`${localOf(at, timeZone)}Z`) - Math.floor(at / 1000) * 1000;

/** `+02:00`. */
export const offsetAt = (at: number | string, timeZone: string): string => {
  const minutes = Math.round(aheadAt(new Date(at).getTime(), timeZone) / MINUTE);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${minutes < 0 ? '−' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
};

/** When clocks show that: the first time if they do twice, an hour later if they leave it out; null if it is no time. */
export const instantOf = (local: string, timeZone: string): string | null => {
  const wall = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);
  if (Number.isNaN(wall)) {
    return null;
  }
  const before = aheadAt(wall - DAY, timeZone);
  const after = aheadAt(wall + DAY, timeZone);
  const fits = [before, after].map((ahead) => wall - ahead).filter((at) => at + aheadAt(at, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before).toISOString();
};

/** When clocks change next, within a year. */
export const changeAfter = (from: number, timeZone: string): number | null => {
  const ahead = aheadAt(from, timeZone);
  for (let day = from; day < from + 366 * DAY; day += 7 * DAY) {
    if (aheadAt(day + 7 * DAY, timeZone) !== ahead) {
      let [low, high] = [day, day + 7 * DAY];
      while (high - low > MINUTE) {
        const middle = Math.floor((low + high) / 2);
        [low, high] = aheadAt(middle, timeZone) === ahead ? [middle, high] : [low, middle];
      }
      return Math.round(high / MINUTE) * MINUTE;
    }
  }
  return null;
};
