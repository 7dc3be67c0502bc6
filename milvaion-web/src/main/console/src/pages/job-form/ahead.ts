import { html, nothing, type TemplateResult } from 'lit';
import { day, span, time, zoneOf } from '../../ground/clock.ts';
import { locale } from '../../ground/language.ts';
import { icon } from '../../parts/icon.ts';
import type { Preview } from './preview.ts';
import { s } from './words-schedule.ts';
import { aheadAt, changeAfter, isKnown, localOf, offsetAt } from './zone.ts';

const YEAR_MS = 365 * 86_400_000;
const INVALID = /^Not valid in /;

const weekday = (local: string): string => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(`${local}Z`));

/** What the schedule means, and when it runs, by the clocks of its zone; changes of these are marked. */
export const ahead = (preview: Preview, dimmed: boolean): TemplateResult => {
  const zone = isKnown(preview.zone) ? preview.zone : 'UTC';
  const last = preview.runs.at(-1);
  const changes = preview.nextClockChanges.filter((one) => one.runs.length > 0 && preview.clockChanges !== null && last !== undefined && one.at > last);
  return html`<div class="ahead ${dimmed ? 'again' : ''}">
    ${preview.description === null ? nothing : html`<p class="sentence" role="status" lang="en">${preview.description}</p>`}
    ${preview.runs.length === 0 ? html`<p class="note warning">${s.nothing}</p>` : html`
      <h3 id="form-next">${s.next} <span class="meta">${s.inZone(zone)}</span></h3>
      <ol class="runs-ahead" aria-labelledby="form-next">${runs(preview.runs, zone)}</ol>`}
    ${shifted(preview.moved, zone)}
    ${changes.map((one, at) => html`
      <h3 id="form-change-${at}">${s.around(localOf(one.at, zone).slice(0, 10))}</h3>
      <ol class="runs-ahead" aria-labelledby="form-change-${at}">${runs(one.runs, zone, Date.parse(one.at))}</ol>`)}
    ${preview.clockChanges === null ? nothing : html`<p class="meta" lang="en">${preview.clockChanges}</p>`}
    ${differences(preview.differences)}
    ${preview.warnings.map((warning) => html`<p class="note warning" lang="en">${warning}</p>`)}
    ${zone === 'UTC' ? nothing : html`<p class="meta">${s.zoneRules(preview.zoneRules, preview.zoneRulesFrom)}</p>`}
    ${agrees(preview, zone) ? nothing : html`<p class="note warning">${s.browserRules(zone)}</p>`}</div>`;
};

/** The runs that calendars keep from their times. */
const shifted = (all: Preview['moved'], zone: string): unknown => (all.length === 0 ? nothing : html`
  <h3 id="form-moved">${s.moved}</h3>
  <ul class="differences" aria-labelledby="form-moved">${all.map((run) => html`<li><time datetime=${run.from}>${shown(run.from, zone)}</time>
    ${run.to === null ? s.falls : run.merged ? s.merged : html`→ <time datetime=${run.to}>${shown(run.to, zone)}</time>`}${run.why === null ? nothing : html` (${run.why})`}</li>`)}</ul>`);

const shown = (at: string, zone: string): string => {
  const local = localOf(at, zone);
  return `${weekday(local)} ${local.replace('T', ' ')}`;
};

/** What the text means elsewhere; where it means nothing is only told to those who ask. */
const differences = (all: readonly string[]): unknown => {
  const others = all.filter((one) => !INVALID.test(one));
  const invalid = all.filter((one) => INVALID.test(one));
  return html`${others.length === 0 ? nothing : html`<h3 id="form-dialects">${s.elsewhere}</h3>
      <ul class="differences" aria-labelledby="form-dialects" lang="en">${others.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${invalid.length === 0 ? nothing : html`<details class="differences"><summary>${s.refusedElsewhere(invalid.length)}</summary>
      <ul lang="en">${invalid.map((one) => html`<li>${one}</li>`)}</ul></details>`}`;
};

/** Whether this browser has the rules that the server plans by: it shows local times by its own. */
const agrees = (preview: Preview, zone: string): boolean => {
  const from = Date.parse(preview.from);
  const mine = changeAfter(from, zone);
  const theirs = preview.nextClockChanges.map(({ at }) => Date.parse(at)).find((at) => at < from + YEAR_MS) ?? null;
  return mine === theirs || mine !== null && mine >= from + YEAR_MS;
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
