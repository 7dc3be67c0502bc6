import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type User = Schemas['CalendarUser'];

/** The jobs that a calendar concerns, as far as the viewer reaches them. */
@customElement('m-calendar-users')
export class CalendarUsers extends Part {
  @property() name = '';

  private readonly jobs = new Pages<User>(this, (after, signal) => api.get('/calendars/{name}/jobs', { path: { name: this.name }, query: { after }, signal }));
  private readFor = '';

  override willUpdate(): void {
    if (this.readFor !== this.name) {
      this.readFor = this.name;
      void this.jobs.load();
    }
  }

  override render() {
    return block(this.jobs.rows, { lines: 4, ok: (rows) => this.table(rows), empty: { when: (rows) => rows.length === 0, say: () => html`<p class="none">${t.noJobs}</p>` } });
  }

  private table(rows: readonly User[]): TemplateResult {
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t.jobs}><table>
      <thead><tr><th scope="col" class="wide">${t.job}</th><th scope="col">${t.onClosed}</th><th scope="col">${t.next}</th><th scope="col" class="minor">${t.through}</th></tr></thead>
      <tbody>${rows.map((job) => html`<tr><td class="wide"><a href=${href(`/jobs/${job.id}`)}>${job.displayName}</a>${job.active ? nothing : html` <span class="tag">${t.inactive}</span>`}</td>
        <td>${t.policies[job.onClosed as keyof typeof t.policies]}</td><td><m-time .at=${job.nextRunAt} relative></m-time></td>
        <td class="minor">${job.calendars.map((one, at) => html`${at > 0 ? ', ' : ''}<a href=${href(`/calendars/${one}`)}>${one}</a>`)}</td></tr>`)}</tbody></table></div>
      ${this.jobs.unfinished ? html`<p>${action({ label: t.moreJobs, run: () => void this.jobs.more() })}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-calendar-users': CalendarUsers }
}
