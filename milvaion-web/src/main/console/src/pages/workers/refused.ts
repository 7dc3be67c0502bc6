import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import type { Schemas } from '../../ground/types.ts';
import { Part } from '../../parts/part.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Refused = Schemas['RefusedSender'];

/** Who is not heard; nothing where all are. */
@customElement('m-refused-senders')
export class RefusedSenders extends Part {
  private readonly senders = new Pages<Refused>(this, (after, signal) => api.get('/workers/refused', { query: { after }, signal }));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.senders.load();
  }

  override render() {
    const found = this.senders.rows.value;
    if (found?.length === 0 && this.senders.rows.error === undefined) {
      return nothing;
    }
    return html`<section class="card"><h2>${t.refused.title}</h2><p class="meta">${t.refused.explain}</p>${block(this.senders.rows, {
      lines: 2,
      ok: (senders) => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.refused.title}><thead><tr>
        <th scope="col">${t.refused.sender}</th><th scope="col">${t.refused.reason}</th>
        <th scope="col" class="number">${t.refused.count}</th><th scope="col">${t.refused.first}</th><th scope="col">${t.refused.last}</th></tr></thead>
        <tbody>${senders.map((sender) => html`<tr><td class="mono">${nameOf(sender)}</td>
          <td>${sender.reason}</td><td class="number">${number(sender.count)}</td>
          <td><m-time .at=${sender.firstAt}></m-time></td><td><m-time .at=${sender.lastAt} relative></m-time></td></tr>`)}</tbody></table></div>
        ${this.senders.unfinished ? action({ label: '…', run: () => void this.senders.more() }) : nothing}`,
    })}</section>`;
  }
}

const nameOf = ({ group, instance }: Refused): string => [group, instance].filter((part) => part !== '').join(' / ') || '–';
