import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import '../../parts/json-view/json-view.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Entry = Schemas['ImportEntry'];

const SHOWN = 500;

const zoneOf = (entry: Entry): string | null => (entry.job as { timeZone?: string } | null)?.timeZone ?? null;

const instant = (at: string | null, zone: string | null): TemplateResult =>
  (at === null ? html`<span class="none">${t.none}</span>` : html`<m-time .at=${at} .jobZone=${zone} zoned></m-time>`);

const becomes = (entry: Entry): TemplateResult => (entry.errors.length > 0
  ? html`<span class="state" data-state="failed">${icon('failed')} <span>${t.refused}</span></span><ul class="rules" lang="en">${entry.errors.map((one) => html`<li>${one}</li>`)}</ul>`
  : html`${entry.action === null ? nothing : t.actions[entry.action as keyof typeof t.actions]}`);

const times = (entry: Entry): TemplateResult => {
  if (entry.ours.length === 0 && entry.theirs.length === 0) {
    return html`<span class="none">${t.noRuns}</span>`;
  }
  const first = entry.firstDifference;
  return entry.differs
    ? html`<span class="state" data-state="waiting">${icon('failures')} <span>${t.differs}</span></span>
      ${first === null ? nothing : html`<dl class="facts"><dt>${t.theirs}</dt><dd>${instant(first.theirs, zoneOf(entry))}</dd><dt>${t.ours}</dt><dd>${instant(first.ours, zoneOf(entry))}</dd></dl>`}`
    : html`<span class="state" data-state="completed">${icon('completed')} <span>${t.same}</span></span>`;
};

const both = (entry: Entry): TemplateResult => html`<div class="both"><div class="table-wrap" tabindex="0" role="region" aria-label="${t.times}: ${entry.name}"><table>
    <thead><tr><th scope="col">${t.theirs}</th><th scope="col">${t.ours}</th></tr></thead>
    <tbody>${Array.from({ length: Math.max(entry.theirs.length, entry.ours.length) }, (_, at) => html`<tr class=${entry.theirs[at] === entry.ours[at] ? nothing : 'differs'}>
      <td>${instant(entry.theirs[at] ?? null, zoneOf(entry))}</td><td>${instant(entry.ours[at] ?? null, zoneOf(entry))}</td></tr>`)}</tbody></table></div>
  ${entry.job === null ? nothing : html`<m-json-view label="${t.job}: ${entry.name}" .value=${entry.job}></m-json-view>`}</div>`;

const row = (entry: Entry): TemplateResult => html`<tr class="entry"><td class="loose"><strong>${entry.name}</strong><br><span class="meta">${entry.place}</span></td>
  <td class="loose">${becomes(entry)}</td><td class="loose">${times(entry)}</td>
  <td class="loose">${entry.notes.length === 0 ? html`<span class="none">–</span>` : html`<ul class="rules" lang="en">${entry.notes.map((note) => html`<li><span class="tag">${t.weights[note.weight]}</span> <code>${note.what}</code> ${note.why}</li>`)}</ul>`}
    <details class="entry-details"><summary>${t.details}<span class="unseen">: ${entry.name}</span></summary>${both(entry)}</details></td></tr>`;

/** What becomes of each entry, with what is lost and both lists of instants. */
export const entries = (all: readonly Entry[]): TemplateResult => html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t.title}><table class="imported">
  <thead><tr><th scope="col">${t.entry}</th><th scope="col">${t.becomes}</th><th scope="col">${t.times}</th><th scope="col">${t.notes}</th></tr></thead>
  <tbody>${all.slice(0, SHOWN).map(row)}</tbody></table></div>`;
