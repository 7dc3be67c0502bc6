import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { valueOf } from '../../parts/value.ts';
import { t } from './versions-words.ts';

export type Layout = 'side' | 'inline';

type Difference = Schemas['JobVersionDiff']['changes'][number];

const sides = (changes: readonly Difference[], from: string, to: string): TemplateResult => html`<div class="table-wrap" tabindex="0"><table class="difference">
  <thead><tr><th scope="col">${t.field}</th><th scope="col">${from}</th><th scope="col">${to}</th></tr></thead>
  <tbody>${changes.map((one) => html`<tr><th scope="row">${one.field}</th><td class="was">${valueOf(one.from)}</td><td class="is">${valueOf(one.to)}</td></tr>`)}</tbody></table></div>`;

const lines = (changes: readonly Difference[]): TemplateResult => html`<dl class="difference inline">${changes.map((one) => html`<dt>${one.field}</dt>
  <dd class="was"><span class="unseen">${t.was}</span>− ${valueOf(one.from)}</dd><dd class="is"><span class="unseen">${t.is}</span>+ ${valueOf(one.to)}</dd>`)}</dl>`;

/** From the older version to the newer. */
export const inOrder = (diff: Schemas['JobVersionDiff']): Schemas['JobVersionDiff'] => (diff.from <= diff.to ? diff
  : { from: diff.to, to: diff.from, changes: diff.changes.map((one) => ({ ...one, from: one.to, to: one.from })) });

/** What differs between two versions. @param from what the older is called */
export const difference = (changes: readonly Difference[], layout: Layout, from: string, to: string): TemplateResult =>
  (changes.length === 0 ? html`<p class="none">${t.same}</p>` : layout === 'side' ? sides(changes, from, to) : lines(changes));
