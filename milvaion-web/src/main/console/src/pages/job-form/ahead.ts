import { html, nothing, type TemplateResult } from 'lit';
import { day, span, time, zoneOf } from '../../ground/clock.ts';
import { locale } from '../../ground/language.ts';
import { icon } from '../../parts/icon.ts';
import type { Plan } from './preview.ts';
import { s } from './words-schedule.ts';
import { aheadAt, isKnown, localOf, offsetAt } from './zone.ts';

const weekday = (local: string): string => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(`${local}Z`));

/** What the expression means, and when it runs, by the clocks of its zone; changes of these are marked. */
export const ahead = (plan: Plan, dimmed: boolean): TemplateResult => {
  const { preview, atChange } = plan;
  const zone = isKnown(preview.zone) ? preview.zone : 'UTC';
  return html`<div class="ahead ${dimmed ? 'again' : ''}">
    <p class="sentence" role="status" lang="en">${preview.description}</p>
    ${preview.runs.length === 0 ? html`<p class="note warning">${s.nothing}</p>` : html`
      <h3 id="form-next">${s.next} <span class="meta">${s.inZone(zone)}</span></h3>
      <ol class="runs-ahead" aria-labelledby="form-next">${runs(preview.runs, zone)}</ol>`}
    ${atChange === null ? nothing : html`
      <h3 id="form-change">${s.around(localOf(atChange.at, zone).slice(0, 10))}</h3>
      <ol class="runs-ahead" aria-labelledby="form-change">${runs(atChange.runs, zone, atChange.at)}</ol>`}
    <p class="meta" lang="en">${preview.clockChanges}</p>
    ${(preview.warnings ?? []).map((warning) => html`<p class="note warning" lang="en">${warning}</p>`)}</div>`;
};

/** @param change when clocks change, if that is known to lie among the runs */
const runs = (all: readonly string[], zone: string, change?: number): TemplateResult[] =>
  all.flatMap((run, index) => {
    const before = index === 0 ? undefined : all[index - 1]!;
    const moved = before !== undefined ? aheadAt(Date.parse(run), zone) - aheadAt(Date.parse(before), zone)
      : change !== undefined && Date.parse(run) >= change ? aheadAt(change, zone) - aheadAt(change - 60_000, zone) : 0;
    const line = item(run, zone);
    return moved === 0 ? [line] : [mark(moved), line];
  });

const mark = (moved: number): TemplateResult =>
  html`<li class="clock-change">${icon('clock')} ${moved > 0 ? s.forward(span(moved)) : s.backward(span(-moved))}</li>`;

const item = (run: string, zone: string): TemplateResult => {
  const local = localOf(run, zone);
  return html`<li><time datetime=${run}><span class="weekday">${weekday(local)}</span> ${local.replace('T', ' ')} <span class="meta">${offsetAt(run, zone)}</span></time>
    ${zoneOf(zone) === zone || offsetAt(run, zoneOf(zone)) === offsetAt(run, zone) ? nothing : html`<span class="meta">${s.mine(day(run, zone) === local.slice(0, 10) ? time(run, zone) : `${day(run, zone)} ${time(run, zone)}`)}</span>`}</li>`;
};
