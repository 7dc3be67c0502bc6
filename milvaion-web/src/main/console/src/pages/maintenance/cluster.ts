import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { told } from '../../parts/told.ts';
import '../../parts/time.ts';
import { onStanding } from './standing.ts';
import { t } from './words.ts';

const reasonOf = (answers: FormData) => ({ reason: String(answers.get('reason')) });

/** The emergency stop of the whole cluster. */
@customElement('m-cluster-stop')
export class ClusterStop extends Part {
  private readonly stop = new Resource<Schemas['DispatchState']>(this, (signal) => api.get('/admin/dispatch', { signal }));

  constructor() {
    super();
    onStanding(this, () => void this.stop.load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.stop.load();
  }

  override render() {
    return html`<section class="card"><header class="page-head"><h2>${t.cluster}</h2>${this.order()}</header>
      ${block(this.stop, { lines: 1, ok: (stop) => this.standing(stop) })}</section>`;
  }

  private standing(stop: Schemas['DispatchState']): TemplateResult {
    return stop.stopped
      ? html`<p class="note failure">${icon('stop')} <strong>${t.stoppedBy(stop.stoppedBy ?? '', stop.reason ?? '')}</strong>
          <span class="meta">${t.since} <m-time .at=${stop.stoppedAt ?? null} relative></m-time></span></p>`
      : html`<p class="note good">${icon('completed')} ${t.runs}</p>`;
  }

  private order(): TemplateResult {
    const stopped = this.stop.value?.stopped;
    return stopped === true
      ? action({ label: t.resume, icon: 'play', kind: 'primary', needs: 'System.Operate', run: () => void this.resume() })
      : action({ label: t.stop, icon: 'stop', kind: 'danger', needs: 'System.Operate', disabled: stopped === undefined, run: () => void this.halt() });
  }

  private async halt(): Promise<void> {
    await told({
      title: t.ask.stop, consequence: t.ask.stops, verb: t.stop, danger: true, reason: true,
      run: async (answers) => this.stop.set(await api.post('/admin/dispatch/stop', { body: reasonOf(answers) })),
    }, () => t.done.stop);
  }

  private async resume(): Promise<void> {
    await told({
      title: t.ask.resume, consequence: t.ask.resumes, verb: t.resume, reason: true,
      run: async (answers) => this.stop.set(await api.post('/admin/dispatch/resume', { body: reasonOf(answers) })),
    }, () => t.done.resume);
  }
}
