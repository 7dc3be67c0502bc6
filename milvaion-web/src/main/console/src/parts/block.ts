import { html, nothing, type TemplateResult } from 'lit';
import { time } from '../ground/clock.ts';
import { words } from '../ground/language.ts';
import { connection } from '../ground/live.ts';
import type { Resource } from '../ground/resource.ts';
import { action } from './action.ts';
import { icon } from './icon.ts';

const t = words({
  loading: 'Loading…', retry: 'Try again', request: (id: string) => `Request ${id}`, asOf: (at: string) => `as of ${at}`,
}, {
  loading: 'Yükleniyor…', retry: 'Yeniden dene', request: (id: string) => `İstek ${id}`, asOf: (at: string) => `${at} itibarıyla`,
});

interface Pictures<T> {
  ok: (value: T) => TemplateResult;
  /** How many lines the value will have, about: the skeleton has as many. */
  lines?: number;
  /** Whether there is nothing, and what is then said instead. */
  empty?: { when: (value: T) => boolean; say: () => TemplateResult };
}

/** Loading, empty, failed, stale and there are five pictures, and no two look alike. */
export const block = <T>(resource: Resource<T>, pictures: Pictures<T>): TemplateResult => {
  const { value, error, loading } = resource;
  if (value === undefined) {
    return error === undefined ? skeleton(pictures.lines ?? 4) : failure(resource);
  }
  const shown = pictures.empty?.when(value) ? pictures.empty.say() : pictures.ok(value);
  const stale = error !== undefined || connection.value === 'lost';
  return html`${error === undefined ? nothing : failure(resource)}
    <div class="block ${loading ? 'again' : ''}" aria-busy=${loading ? 'true' : nothing}>${shown}</div>
    ${stale && resource.readAt !== undefined ? html`<p class="stale meta">${icon('clock')} ${t.asOf(time(resource.readAt))}</p>` : nothing}`;
};

const skeleton = (lines: number): TemplateResult => html`<div class="skeleton" role="status"><span class="unseen">${t.loading}</span>${
  Array.from({ length: lines }, () => html`<span class="bone" aria-hidden="true"></span>`)}</div>`;

const failure = <T>(resource: Resource<T>): TemplateResult => {
  const error = resource.error!;
  return html`<div class="note failure" role="alert">
    <strong>${icon('failures')} ${error.title}</strong> <span>${error.message}</span>
    ${error.trace === null ? nothing : html`<span class="meta">${t.request(error.trace)}</span>`}
    ${action({ label: t.retry, icon: 'retry', run: () => void resource.load() })}
  </div>`;
};

/** What is said where nothing is: a sentence, and what one can do. */
export const emptiness = (sentence: string, ...more: (TemplateResult | string)[]): TemplateResult =>
  html`<div class="empty"><p>${sentence}</p>${more.map((one) => (typeof one === 'string' ? html`<pre class="code">${one}</pre>` : one))}</div>`;
