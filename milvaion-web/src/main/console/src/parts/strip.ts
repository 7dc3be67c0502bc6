import { html, svg, type TemplateResult } from 'lit';
import { span } from '../ground/clock.ts';
import { language, words } from '../ground/language.ts';
import { href } from '../ground/location.ts';
import { isOlder, type Told } from './runs/newer.ts';
import { stateName, type State } from './state.ts';

/** A run as a strip draws it. */
export interface Brief { id: string; state: State; plannedAt: string; durationMs?: number | null; attempt?: number }

const BARS = 30;
const STEP = 5; // a bar of 4 and a gap of 1
const HEIGHT = 20;

const t = words({
  none: 'no run yet', last: (n: number, states: string) => `Last ${n} runs: ${states}`,
}, {
  none: 'henüz çalışmadı', last: (n: number, states: string) => `Son ${n} çalışma: ${states}`,
});

const counted = (runs: readonly Brief[]): string => {
  const counts = new Map<State, number>();
  runs.forEach((run) => counts.set(run.state, (counts.get(run.state) ?? 0) + 1));
  return [...counts].map(([state, n]) => `${n} ${stateName(state).toLocaleLowerCase(language)}`).join(', ');
};

/** What fails goes the whole way up and is cut in two; what has not ended is hollow; the rest is as high as it was long. */
const bar = (run: Brief, x: number, longest: number) => {
  const share = longest === 0 ? 0 : Math.sqrt((run.durationMs ?? 0) / longest);
  const height = Math.max(4, Math.round(share * HEIGHT));
  const tip = svg`<title>${stateName(run.state)}${run.durationMs == null ? '' : `, ${span(run.durationMs)}`}</title>`;
  switch (run.state) {
    case 'failed': case 'timedOut':
      return svg`<g data-state=${run.state}>${tip}<rect x=${x} y="0" width="4" height="8" fill="currentColor"></rect><rect x=${x} y="11" width="4" height="9" fill="currentColor"></rect></g>`;
    case 'queued': case 'running': case 'waiting':
      return svg`<g data-state=${run.state}>${tip}<rect x=${x + 0.5} y="6.5" width="3" height="13" fill="none" stroke="currentColor"></rect></g>`;
    default:
      return svg`<g data-state=${run.state}>${tip}<rect x=${x} y=${HEIGHT - height} width="4" height=${height} fill="currentColor"></rect></g>`;
  }
};

/** Old runs left, new ones right. @param runs new ones first */
export const strip = (runs: readonly Brief[], { linked = false } = {}): TemplateResult => {
  if (runs.length === 0) {
    return html`<span class="none">${t.none}</span>`;
  }
  const shown = runs.slice(0, BARS);
  const longest = Math.max(...shown.map((run) => run.durationMs ?? 0));
  const at = (index: number) => (BARS - 1 - index) * STEP;
  const bars = shown.map((run, index) => (linked
    ? svg`<a href=${href(`/runs/${run.id}`)} tabindex="-1">${bar(run, at(index), longest)}</a>`
    : bar(run, at(index), longest)));
  return html`<svg class="strip" viewBox="0 0 ${BARS * STEP - 1} ${HEIGHT}" role="img" aria-label=${t.last(shown.length, counted(shown))}>${bars}</svg>`;
};

/** Puts what was told of a run into those that are known. */
export const withRun = (runs: readonly Brief[], told: Told): readonly Brief[] => {
  const at = runs.findIndex((one) => one.id === told.id);
  const known = runs[at];
  if (known === undefined) {
    return [{ ...told, plannedAt: told.plannedAt ?? '' }, ...runs].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, BARS);
  }
  return isOlder(told, { attempt: known.attempt ?? told.attempt, state: known.state as Told['state'] }) ? runs : runs.with(at, { ...known, ...told });
};
