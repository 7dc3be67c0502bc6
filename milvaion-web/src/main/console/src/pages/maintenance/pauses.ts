import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { scopeName } from '../../frame/standstill.ts';
import { api } from '../../ground/api.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { Pages } from '../../parts/table/pages.ts';
import { told } from '../../parts/told.ts';
import '../../parts/time.ts';
import { onStanding } from './standing.ts';
import { t } from './words.ts';

type Pause = Schemas['Pause'];

const KINDS = ['jobType', 'workerGroup', 'tag'] as const;

const FIELDS = html`
  <label class="field"><span>${t.ask.kind}</span><select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${t.kinds[kind]}</option>`)}</select></label>
  <label class="field"><span>${t.ask.name}</span><input name="name" required maxlength="100" autocomplete="off" spellcheck="false"></label>
  <label class="field"><span>${t.ask.until}</span><input type="datetime-local" name="until"><span class="hint">${t.ask.untilHint}</span></label>`;

const wanted = (answers: FormData): Schemas['NewPause'] => {
  const until = answers.get('until') as string | null;
  return {
    scope: { [String(answers.get('kind'))]: String(answers.get('name')).trim() } as Schemas['PauseScope'],
    reason: String(answers.get('reason')),
    ...until ? { until: new Date(until).toISOString() } : {},
  };
};

/** What rests for now. */
@customElement('m-pauses')
export class Pauses extends Part {
  private readonly pauses = new Pages<Pause>(this, (after, signal) => api.get('/admin/pauses', { query: { after, limit: 200 }, signal }));

  constructor() {
    super();
    onStanding(this, () => void this.pauses.load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.pauses.load();
  }

  override render() {
    return html`<section class="card"><header class="page-head"><h2>${t.pauses}</h2>
      ${action({ label: t.newPause, icon: 'pause', needs: 'System.Operate', run: () => void this.open() })}</header>
      ${block(this.pauses.rows, {
        lines: 3,
        empty: { when: (pauses) => pauses.length === 0, say: () => emptiness(t.none) },
        ok: (pauses) => html`<div class="table-wrap" tabindex="0"><table aria-label=${t.pauses}><thead><tr>
          ${[t.what, t.reason, t.by, t.at, t.until, t.actions].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${pauses.map((pause) => this.row(pause))}</tbody></table></div>`,
      })}</section>`;
  }

  private row(pause: Pause): TemplateResult {
    return html`<tr><td>${scopeName(pause.scope)}</td><td class="wrap">${pause.reason}</td><td>${pause.pausedBy}</td>
      <td><m-time .at=${pause.pausedAt} relative></m-time></td>
      <td>${pause.until == null ? html`<span class="meta">${t.forever}</span>` : html`<m-time .at=${pause.until} relative></m-time>`}</td>
      <td>${action({ label: t.end, icon: 'play', needs: 'System.Operate', run: () => void this.end(pause) })}</td></tr>`;
  }

  private async open(): Promise<void> {
    let what = '';
    await told({
      title: t.ask.pause, consequence: t.ask.pauses, verb: t.newPause, reason: true, fields: FIELDS,
      run: async (answers) => {
        what = scopeName((await api.post('/admin/pauses', { body: wanted(answers) })).scope);
        await this.pauses.load();
      },
    }, () => t.done.pause(what));
  }

  private async end(pause: Pause): Promise<void> {
    const what = scopeName(pause.scope);
    await told({
      title: t.ask.end(what), consequence: t.ask.ends, verb: t.end,
      run: async () => {
        await api.delete('/admin/pauses/{id}', { path: { id: pause.id } });
        await this.pauses.load();
      },
    }, () => t.done.end(what));
  }
}
