import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { change, here, href } from '../../ground/location.ts';
import { Failed } from '../../ground/problem.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { Part } from '../../parts/part.ts';
import { done } from '../../parts/toast.ts';
import { entries } from './entries.ts';
import { t } from './words.ts';

type Import = Schemas['Import'];
type Format = Import['format'];

const FORMATS = Object.keys(t.formats) as Format[];
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const MORE = ['prefix', 'jobType', 'workerGroup', 'tag'] as const;

/** Takes over what another scheduler runs: shows what becomes of each entry, then does just that. */
@customElement('m-imports')
export class Imports extends Part {
  @state() private text = '';
  @state() private plan: Import | undefined;
  @state() private refused: Failed | undefined;
  @state() private busy = false;
  private options: Record<string, string> = {};
  private changes = false;

  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      <p class="prose">${t.hint}</p>
      <section class="card">
        <label class="field"><span>${t.format}</span><select id="import-format" @change=${(event: Event) => { change({ format: (event.target as HTMLSelectElement).value }); this.plan = undefined; }}>
          ${FORMATS.map((one) => html`<option value=${one} ?selected=${one === this.format()}>${t.formats[one]}</option>`)}</select></label>
        <div class="field"><label for="import-text">${t.text}</label><textarea id="import-text" class="mono" rows="10" spellcheck="false" aria-describedby="import-text-hint"
            .value=${this.text} @input=${(event: Event) => this.enter((event.target as HTMLTextAreaElement).value)}
            @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => void this.drop(event)}></textarea>
          <span class="hint" id="import-text-hint">${t.textHint}</span>
          <input type="file" id="import-file" aria-label=${t.file} @change=${(event: Event) => void this.take((event.target as HTMLInputElement).files?.[0])}></div>
        ${this.more()}
        <div class="buttons">${action({ label: this.busy ? t.looking : t.look, id: 'import-look', kind: this.plan === undefined ? 'primary' : 'plain', needs: 'Job.Write', disabled: this.busy || this.text.trim() === '', run: () => void this.look() })}</div>
      </section>
      ${this.refused === undefined ? nothing : this.refusal(this.refused)}
      ${this.plan === undefined ? nothing : this.shown(this.plan)}`;
  }

  private more(): TemplateResult {
    const field = (name: string, label: string, hint = '', list?: string): TemplateResult => html`<label class="field"><span>${label}</span>
      <input id="import-${name}" autocomplete="off" list=${list ?? nothing} @change=${(event: Event) => { this.options[name] = (event.target as HTMLInputElement).value.trim(); this.plan = undefined; }}>
      ${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}</label>`;
    return html`<details class="more-fields"><summary>${t.more}</summary><div class="pair">
        ${field('timeZone', t.zone, t.zoneHint, 'import-zones')}${MORE.map((name) => field(name, t[name]))}</div>
      <datalist id="import-zones">${ZONES.map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <label class="check"><input type="checkbox" @change=${(event: Event) => { this.changes = (event.target as HTMLInputElement).checked; this.plan = undefined; }}><span>${t.update}</span></label></details>`;
  }

  private refusal(refused: Failed): TemplateResult {
    return html`<div class="note failure" role="alert"><strong>${refused.status === 412 ? '' : refused.title}</strong> <span>${refused.status === 412 ? t.stale : refused.violations.length === 0 ? refused.message : nothing}</span>
      ${refused.violations.length === 0 ? nothing : html`<ul>${refused.violations.map((one) => html`<li lang="en">${one.field === '' ? nothing : html`<code>${one.field}</code> `}${one.message}</li>`)}</ul>`}</div>`;
  }

  private shown(plan: Import): TemplateResult {
    const right = plan.entries.filter((entry) => entry.errors.length === 0);
    const changing = right.filter((entry) => entry.action !== 'unchanged').length;
    return html`<section class="calendar-part" aria-labelledby="import-plan"><h2 id="import-plan" tabindex="-1">${t.becomes}</h2>
      ${plan.entries.length === 0 ? html`<p class="none" role="status">${t.nothing}</p>` : html`
        <p role="status">${t.summary(plan.entries.length, right.length, right.filter((entry) => entry.differs).length)}</p>
        ${entries(plan.entries)}
        <div class="buttons">${action({ label: t.apply(changing), id: 'import-apply', kind: 'primary', needs: 'Job.Write', disabled: this.busy || changing === 0, run: () => void this.apply(plan, changing) })}</div>`}</section>`;
  }

  private format(): Format {
    const named = here.value.query.get('format') as Format;
    return FORMATS.includes(named) ? named : FORMATS[0]!;
  }

  private enter(text: string): void {
    this.text = text;
    this.plan = undefined;
    this.refused = undefined;
  }

  private async drop(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      event.preventDefault();
      await this.take(file);
    }
  }

  private async take(file: File | undefined): Promise<void> {
    if (file !== undefined) {
      this.enter(await file.text());
    }
  }

  private look(): Promise<void> {
    return this.doing(async () => {
      this.plan = await this.send({ dryRun: true });
      await this.updateComplete;
      this.querySelector<HTMLElement>('#import-plan')?.focus();
    });
  }

  /** Just what was shown: another plan by now is refused. */
  private apply(plan: Import, count: number): Promise<void> {
    return this.doing(async () => {
      await this.send({ skipWrong: true }, `"${plan.planHash}"`);
      this.enter('');
      done(t.applied(count), { link: { href: href('/jobs'), text: t.toJobs } });
    });
  }

  private send(how: Record<string, boolean>, ifMatch?: string): Promise<Import> {
    return api.post('/imports', {
      query: { format: this.format(), ...this.options, ...this.changes && { existing: 'update' as const }, ...how },
      text: { body: this.text, type: 'application/octet-stream' }, ...ifMatch !== undefined && { ifMatch },
    });
  }

  private async doing(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    try {
      await what();
    } catch (reason) {
      this.refused = reason instanceof Failed ? reason : new Failed(0, 'Error', String(reason));
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-imports': Imports }
}
