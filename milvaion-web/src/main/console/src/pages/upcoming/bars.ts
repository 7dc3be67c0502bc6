import { html, svg, type TemplateResult } from 'lit';
import { day, short, time } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import type { Schemas } from '../../ground/types.ts';
import { t } from './words.ts';

type Forecast = Schemas['PlanForecast'];

const STEP_MS: Record<Forecast['step'], number> = { minute: 60_000, hour: 3_600_000 };
const HEIGHT = 120;
const TICKS = 6;

/** When a step begins, in ms of the epoch. */
export const startOf = (forecast: Forecast, index: number): number => new Date(forecast.from).getTime() + index * STEP_MS[forecast.step];

/** The counts by the hour or day: few enough to be read as a table. */
export const summed = (forecast: Forecast): { at: number; runs: number }[] => {
  const size = forecast.step === 'minute' ? 60 : 24;
  const rows = [];
  for (let index = 0; index < forecast.counts.length; index += size) {
    rows.push({ at: startOf(forecast, index), runs: forecast.counts.slice(index, index + size).reduce((sum, count) => sum + count, 0) });
  }
  return rows;
};

const table = (forecast: Forecast): TemplateResult => html`<details><summary>${t.asTable}</summary><div class="table-wrap" tabindex="0"><table>
  <thead><tr><th scope="col">${t.hour}</th><th scope="col" class="number">${t.runs}</th></tr></thead>
  <tbody>${summed(forecast).map(({ at, runs }) => html`<tr><td>${short(at)}</td><td class="number">${number(runs)}</td></tr>`)}</tbody></table></div></details>`;

const label = (forecast: Forecast, index: number): string =>
  (forecast.step === 'minute' ? time(startOf(forecast, index)).slice(0, 5) : day(startOf(forecast, index)));

const ticks = (forecast: Forecast): TemplateResult => html`<div class="bars-axis meta" aria-hidden="true">${
  Array.from({ length: TICKS }, (_, tick) => html`<span>${label(forecast, Math.floor(tick * forecast.counts.length / TICKS))}</span>`)}</div>`;

/** One path for all bars: a day has 1,440 of them. */
const path = (counts: readonly number[], most: number): string => counts
  .map((count, index) => (count === 0 ? '' : `M${index} ${HEIGHT}v${-Math.max(1, count / most * HEIGHT)}h.9v${Math.max(1, count / most * HEIGHT)}z`)).join('');

/** How many runs each minute or hour has, as bars from zero; beside it a sentence, and the same as a table. */
export const bars = (forecast: Forecast): TemplateResult => {
  const [peak] = forecast.peaks;
  const sentence = peak === undefined ? t.nothing : t.sentence(forecast.runs, forecast.jobs, peak.runs, short(peak.at));
  return html`<p>${sentence}${forecast.estimatedJobs > 0 ? html` ${t.estimated(forecast.estimatedJobs)}` : ''}</p>
    ${peak === undefined ? '' : html`<figure class="bars card">
      <div class="bars-most meta" aria-hidden="true">${number(peak.runs)}</div>
      <svg viewBox="0 0 ${forecast.counts.length} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${t.chart}: ${sentence}">
        ${svg`<path d=${path(forecast.counts, peak.runs)} fill="var(--running)"></path>`}</svg>
      ${ticks(forecast)}${table(forecast)}</figure>`}`;
};
