import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, type Tagged } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { ask } from '../../parts/dialog.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/time.ts';
import { done } from '../../parts/toast.ts';
import { t } from './words.ts';

type State = Tagged<Schemas['DispatchState']>;
type Stop = Schemas['DispatchStop'];

const d = t.dispatching;

/** The emergency stop of the whole cluster, and who has used it. */
@customElement('m-cluster-dispatching')
export class ClusterDispatching extends Part {
  private readonly state = new Resource<State>(this, (signal) => api.tagged('/admin/dispatch', { signal }));
  private readonly stops = new Pages<Stop>(this, (after, signal) => api.get('/admin/dispatch/history', { query: { after }, signal }));

  constructor() {
    super();
    new Live(this, {
      channels: () => ['system'],
      event: (event) => { if (event.type.startsWith('dispatching.')) { this.read(); } },
      reread: () => this.read(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override render() {
    return html`${block(this.state, { lines: 2, ok: (state) => this.now(state) })}
      <h2>${d.history}</h2>
      ${block(this.stops.rows, {
        lines: 4,
        empty: { when: (stops) => stops.length === 0, say: () => emptiness(d.none) },
        ok: (stops) => html`${table(stops)}${this.stops.unfinished
          ? html`<p class="buttons">${action({ label: t.repairs.more, run: () => void this.stops.more() })}</p>` : ''}`,
      })}`;
  }

  private now(state: State): TemplateResult {
    const { stopped } = state.data;
    return html`<div class="note ${stopped ? 'failure' : 'good'}">${icon(stopped ? 'stop' : 'check')}
      <span class="grow">${stopped ? html`<strong>${d.off(state.data.stoppedBy ?? '')}</strong> ${state.data.reason} <m-time .at=${state.data.stoppedAt} relative></m-time>` : d.on}</span>
      ${stopped ? action({ label: d.resume, icon: 'play', kind: 'primary', needs: 'System.Operate', run: () => void this.resume(state) })
        : action({ label: d.stop, icon: 'stop', kind: 'danger', needs: 'System.Operate', run: () => void this.stop(state) })}</div>`;
  }

  private stop(state: State): Promise<unknown> {
    return ask({
      title: d.stopTitle, consequence: d.stopText, verb: d.stop, danger: true, reason: true,
      run: async (answers) => {
        await api.post('/admin/dispatch/stop', { body: { reason: String(answers.get('reason')) }, ...state.etag !== null && { ifMatch: state.etag } });
        done(d.stopped);
        this.read();
      },
    });
  }

  private resume(state: State): Promise<unknown> {
    return ask({
      title: d.resumeTitle, consequence: d.resumeText, verb: d.resume, reason: true,
      run: async (answers) => {
        await api.post('/admin/dispatch/resume', { body: { reason: String(answers.get('reason')) }, ...state.etag !== null && { ifMatch: state.etag } });
        done(d.resumed);
        this.read();
      },
    });
  }

  private read(): void {
    void this.state.load();
    void this.stops.load();
  }
}

const table = (stops: readonly Stop[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table class="texts" aria-label=${d.history}>
  <thead><tr>${[d.at, d.by, d.reason, d.resumedAt, d.resumedBy].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
  <tbody>${stops.map((stop) => html`<tr><td><m-time .at=${stop.stoppedAt} relative></m-time></td><td>${stop.stoppedBy}</td><td>${stop.reason}</td>
    <td>${stop.resumedAt === null ? html`<span class="state" data-state="failed">${icon('stop')} ${d.lasts}</span>` : html`<m-time .at=${stop.resumedAt}></m-time>`}</td>
    <td>${stop.resumedBy ?? ''}</td></tr>`)}</tbody></table></div>`;
