import { html, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { compact, percent, type Numbers, type Series } from './numbers.ts';
import { RANGES, type Range } from './range.ts';
import { t } from './words.ts';

type QueueList = Schemas['QueueList'];

const tile = (label: string, value: string, link: string, more = ''): TemplateResult =>
  html`<a class="tile" href=${link}><span class="meta">${label}</span><b>${value}</b><span class="meta">${more}</span></a>`;

const sum = (numbers: (number | null | undefined)[]): number | null =>
  numbers.every((n) => n === null || n === undefined) ? null : numbers.reduce<number>((all, n) => all + (n ?? 0), 0);

const known = (n: number | null): string => (n === null ? t.notKnown : compact(n));

/** What is under way now, as the queues tell it. */
export const openTiles = ({ queues }: QueueList): TemplateResult[] => {
  const oldest = Math.max(-1, ...queues.map((queue) => queue.oldestAgeMs ?? -1));
  return [
    tile(t.running, known(sum(queues.map(({ open }) => open?.running))), href('/runs', { state: 'running' })),
    tile(t.queued, known(sum(queues.filter(({ jobType }) => jobType !== null).map(({ ready }) => ready))), href('/queues'),
      oldest < 0 ? '' : t.oldest(span(oldest))),
  ];
};

/** Of the range that was picked. */
export const rangeTiles = (totals: Numbers, range: Range): TemplateResult[] => {
  const query = { from: new Date(Date.now() - RANGES[range]).toISOString() };
  return [
    tile(t.rate, percent(totals.successRate) || '–', href('/failures', query), t.last[range]),
    tile(t.p50, totals.lateness ? span(totals.lateness.p50Ms) : '–', href('/runs', query), t.last[range]),
    tile(t.p99, totals.lateness ? span(totals.lateness.p99Ms) : '–', href('/runs', query), t.last[range]),
  ];
};

/** How many runs ended, whatever range was picked. */
export const throughputTiles = (hour: Series, week: Series): TemplateResult[] => {
  const dayAgo = Date.now() - RANGES['24h'];
  const ofDay = week.points.filter(({ at }) => Date.parse(at) > dayAgo).reduce((all, { runs }) => all + runs.ended, 0);
  return [
    tile(t.throughput['1h'], compact(hour.totals.ended), href('/', { range: '1h' })),
    tile(t.throughput['24h'], compact(ofDay), href('/', { range: '24h' }), t.perHour(compact(ofDay / 24))),
    tile(t.throughput['7d'], compact(week.totals.ended), href('/', { range: '7d' }), t.perHour(compact(week.totals.ended / 168))),
  ];
};
