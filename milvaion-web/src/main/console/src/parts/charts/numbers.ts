import { api } from '../../ground/api.ts';
import { locale } from '../../ground/language.ts';
import type { Schemas } from '../../ground/types.ts';

// What charts show: runs added up by the server, never counted here.

export type Series = Schemas['Series'];
export type Numbers = Schemas['RunNumbers'];
export type Spread = Schemas['DurationSpread'];

export const FAILURES = ['failed', 'timedOut', 'unknown'] as const;

export const failuresOf = (runs: Numbers): number => runs.failed + runs.timedOut + runs.unknown;

const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

/** `98.2%`; not 100% while any has failed. */
export const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? '' : percents.format(rate < 1 ? Math.floor(rate * 1000) / 1000 : rate);

const small = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

/** `950`, `1.2K`, `3.4M`: for axes and tiles. */
export const compact = (n: number): string => small.format(n);

export interface Wanted { jobId?: string | undefined; jobType?: string | undefined; ms: number; points: number }

export const readSeries = async (wanted: Wanted, signal: AbortSignal): Promise<Series> =>
  api.get('/statistics', {
    query: {
      ...wanted.jobId !== undefined && { jobId: wanted.jobId },
      ...wanted.jobType !== undefined && { jobType: wanted.jobType },
      from: new Date(Date.now() - wanted.ms).toISOString(),
      points: wanted.points,
    },
    signal,
  });
