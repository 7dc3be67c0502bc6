import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { Again, asOf } from '../../parts/again.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Bottleneck = Schemas['Bottlenecks']['bottlenecks'][number];

const b = t.bottlenecks;

/** The table of the scaling guide, with what shows now. */
@customElement('m-cluster-bottlenecks')
export class ClusterBottlenecks extends Part {
  private readonly found = new Resource(this, (signal) => api.get('/admin/bottlenecks', { signal }));

  constructor() {
    super();
    const read = (): void => void this.found.load();
    new Live(this, { channels: () => [], reread: read });
    new Again(this, read);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.found.load();
  }

  override render() {
    return html`<p class="meta">${b.hint} ${asOf(this.found)}</p>
      ${block(this.found, { lines: 5, ok: (found) => html`<div class="table-wrap" tabindex="0"><table class="texts" aria-label=${t.tabs.bottlenecks}>
        <thead><tr>${[b.symptom, b.now, b.evidence, b.likely, b.remedy].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
        <tbody>${found.bottlenecks.map(row)}</tbody></table></div>` })}`;
  }
}

const row = (bottleneck: Bottleneck): TemplateResult => {
  const { symptom } = bottleneck;
  return html`<tr>
    <th scope="row" class="name">${b.names[symptom]}</th>
    <td>${bottleneck.present
      ? html`<span class="state" data-state="failed">${icon('failures')} ${b.shows}</span>`
      : html`<span class="state" data-state="completed">${icon('check')} ${b.quiet}</span>`}</td>
    <td>${bottleneck.evidence.length === 0 ? html`<span class="none">–</span>` : bottleneck.evidence.map((one) =>
      html`<div>${one.sentence}, <m-time .at=${one.since} relative></m-time></div>`)}</td>
    <td>${b.likelies[symptom]}</td>
    <td>${b.remedies[symptom]}<br><code>${bottleneck.how}</code></td></tr>`;
};
