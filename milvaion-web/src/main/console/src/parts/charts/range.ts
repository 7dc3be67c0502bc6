import { html, type TemplateResult } from 'lit';
import { change, here } from '../../ground/location.ts';
import { t } from './words.ts';

const HOUR = 3_600_000;

/** Ranges that one picks from, in ms. */
export const RANGES = { '1h': HOUR, '24h': 24 * HOUR, '7d': 168 * HOUR, '30d': 720 * HOUR, '90d': 2160 * HOUR, '1y': 8760 * HOUR } as const;
export type Range = keyof typeof RANGES;

/** The range that the address names. */
export const rangeOf = (otherwise: Range = '24h'): Range => {
  const named = here.value.query.get('range');
  return named !== null && named in RANGES ? named as Range : otherwise;
};

/** Picks the range of all that is shown beside it. */
export const rangePicker = (now: Range): TemplateResult => html`<label class="range-picker"><span class="meta">${t.range}</span>
  <select name="range" @change=${(event: Event) => change({ range: (event.target as HTMLSelectElement).value })}>${
    (Object.keys(RANGES) as Range[]).map((range) => html`<option value=${range} ?selected=${range === now}>${t.ranges[range]}</option>`)}
  </select></label>`;
