import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/time.ts';
import { done, failed } from '../../parts/toast.ts';
import { t } from './words.ts';

type Repair = Schemas['Repair'];
type Pass = Schemas['ReconcileRun'];

const r = t.repairs;

/** States that could not be, and the looks for more of them. */
@customElement('m-cluster-repairs')
export class ClusterRepairs extends Part {
  private readonly repairs = new Pages<Repair>(this, (after, signal) => api.get('/admin/repairs', { query: { after }, signal }));
  private readonly passes = new Pages<Pass>(this, (after, signal) => api.get('/admin/reconcile', { query: { after, limit: 10 }, signal }));

  constructor() {
    super();
    new Live(this, {
      channels: () => ['system'],
      event: (event) => { if (event.type === 'state.repaired') { this.read(); } },
      reread: () => this.read(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override render() {
    return html`<p class="start">${action({ label: r.look, icon: 'search', needs: 'System.Operate', run: () => void this.look() })}</p>
      <h2>${r.passes}</h2>
      ${block(this.passes.rows, {
        lines: 2, empty: { when: (passes) => passes.length === 0, say: () => emptiness(r.noPasses) }, ok: passTable,
      })}
      <h2>${r.title}</h2>
      ${block(this.repairs.rows, {
        lines: 4,
        empty: { when: (repairs) => repairs.length === 0, say: () => emptiness(r.none) },
        ok: (repairs) => html`${repairTable(repairs)}${this.repairs.unfinished
          ? html`<p class="buttons">${action({ label: r.more, run: () => void this.repairs.more() })}</p>` : nothing}`,
      })}`;
  }

  private async look(): Promise<void> {
    try {
      const asked = await api.post('/admin/reconcile', {});
      done(r.asked);
      this.read();
      await this.ended(asked.id);
    } catch (reason) {
      failed(reason);
    }
  }

  /** No event tells when a look has ended: it is asked for until it has, while this is open. */
  private async ended(id: string): Promise<void> {
    for (let look = 0; look < 30 && this.isConnected; look++) {
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
      if ((await api.get('/admin/reconcile/{id}', { path: { id } })).endedAt !== null) {
        this.read();
        return;
      }
    }
  }

  private read(): void {
    void this.repairs.load();
    void this.passes.load();
  }
}

const passTable = (passes: readonly Pass[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table aria-label=${r.passes}>
  <thead><tr><th scope="col">${r.asked2}</th><th scope="col">${r.by}</th><th scope="col">${r.ended}</th><th scope="col" class="number">${r.repaired}</th></tr></thead>
  <tbody>${passes.map((pass) => html`<tr><td><m-time .at=${pass.requestedAt} relative></m-time></td><td>${pass.requestedBy}</td>
    <td>${pass.endedAt === null ? html`<span class="state" data-state="running">${icon('running')} ${r.goesOn}</span>` : html`<m-time .at=${pass.endedAt}></m-time>`}</td>
    <td class="number">${pass.repaired === null ? '' : number(pass.repaired)}</td></tr>`)}</tbody></table></div>`;

const repairTable = (repairs: readonly Repair[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table class="texts" aria-label=${r.title}>
  <thead><tr>${[r.at, r.kind, r.found, r.done, r.job].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
  <tbody>${repairs.map((repair) => html`<tr><td><m-time .at=${repair.at} relative></m-time></td><td><span class="tag">${repair.kind}</span></td>
    <td>${repair.found}</td><td>${repair.done}</td>
    <td>${repair.jobId === null ? '' : html`<a href=${href(`/jobs/${repair.jobId}`)}>${r.job}</a>`}</td></tr>`)}</tbody></table></div>`;
