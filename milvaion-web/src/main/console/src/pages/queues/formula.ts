// The formula of the scaling guide: runs a second = workers × slots / seconds of a run.

export interface Plan {
  /** Processes that run the type. */
  workers: number;
  /** Runs at once in each of them. */
  slots: number;
  /** Mean duration of a run, in seconds. */
  seconds: number;
}

/** Runs a second. */
export const throughput = ({ workers, slots, seconds }: Plan): number => (workers * slots) / seconds;

/** What a rate needs; a hair above a whole number is that number. */
const upTo = (n: number): number => Math.max(1, Math.ceil(n - 1e-9));

/** The workers of these slots that a rate needs. */
export const workersFor = (perSecond: number, slots: number, seconds: number): number => upTo((perSecond * seconds) / slots);

/** The slots of each of these workers that a rate needs. */
export const slotsFor = (perSecond: number, workers: number, seconds: number): number => upTo((perSecond * seconds) / workers);

/** The rate by which what waits is done in so many minutes, beside what comes. */
export const rateToEmpty = (waiting: number, arrivals: number, minutes: number): number => arrivals + waiting / (60 * minutes);

/** In how many seconds what waits is done; null if it never is. */
export const secondsToEmpty = (waiting: number, arrivals: number, perSecond: number): number | null =>
  perSecond > arrivals ? waiting / (perSecond - arrivals) : null;
