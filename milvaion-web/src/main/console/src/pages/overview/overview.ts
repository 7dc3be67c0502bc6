import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { can } from '../../ground/session.ts';
import { Soon } from '../../ground/soon.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { attention } from './attention.ts';
import { runs } from './runs.ts';
import { tiles } from './tiles.ts';
import { t } from './words.ts';

const PAUSE_MS = 2000; // many events come at once; an answer is a second old anyhow

interface Seen { list: Schemas['AttentionList']; whole: Schemas['Dashboard'] | null }

/** What is wrong comes first; everything of the first view is one answer. */
@customElement('m-overview')
export class Overview extends Part {
  private readonly seen = new Resource<Seen>(this, async (signal) => {
    if (!can('System.Read')) {
      return { list: await api.get('/attention', { signal }), whole: null };
    }
    const whole = await api.get('/dashboard', { signal });
    return { list: whole.attention, whole };
  });

  private readonly again = new Soon(this, PAUSE_MS, () => this.seen.load());

  constructor() {
    super();
    new Live(this, {
      channels: () => [...can('System.Read') ? ['system'] : [], ...can('Job.Read') ? ['jobs'] : [], ...can('Occurrence.Read') ? ['occurrences'] : []],
      event: () => this.again.ask(),
      reread: () => void this.seen.load(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.seen.load().then(() => import('../../parts/charts/overview-statistics.ts')); // what is wrong is seen before any chart
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${block(this.seen, { lines: 14, ok: ({ list, whole }) => html`
        <section aria-labelledby="attention"><h2 id="attention">${t.attention}</h2>${attention(list)}</section>
        ${whole === null ? html`<p class="note">${t.limited}</p>` : this.whole(whole)}` })}`;
  }

  private whole(whole: Schemas['Dashboard']): TemplateResult {
    return html`${whole.numbers.jobs === 0 && whole.nextRuns.length === 0 ? this.first() : nothing}${tiles(whole)}
      <m-overview-statistics></m-overview-statistics>${runs(whole)}`;
  }

  /** Nobody has made a job yet: what one is, and how to make it. */
  private first(): TemplateResult {
    const address = new URL('api/v1/jobs', document.baseURI).href;
    return emptiness(t.firstHint, html`<p><a class="button primary" href=${href('/jobs/new')}>${t.create}</a></p>`,
      `curl -X POST ${address} -H "Authorization: Bearer mvk_…" -H "Content-Type: application/json" \\
  -d '{"displayName": "Hello", "jobType": "noop", "cronExpression": "*/5 * * * *", "timeZone": "UTC"}'`);
  }

}

declare global {
  interface HTMLElementTagNameMap { 'm-overview': Overview }
}
