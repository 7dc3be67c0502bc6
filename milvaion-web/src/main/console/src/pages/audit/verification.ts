import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { saying } from '../../ground/problem.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

interface Result { entries: number; faults: Schemas['Fault'][]; withoutSecret: number; last: Schemas['Verification'] }

/** Looks whether anybody has changed the trail behind the back of the nodes. */
@customElement('m-verification')
export class Verification extends Part {
  @state() private looked: number | null = null;
  @state() private result: Result | null = null;
  @state() private problem: string | null = null;

  override render() {
    const busy = this.looked !== null && this.result === null && this.problem === null;
    return html`<div class="verification" role="status">
      ${action({ label: t.verify, icon: 'roles', disabled: busy, run: () => void this.verify() })}
      ${busy ? html`<span class="meta">${t.verifying(number(this.looked!))}</span>` : nothing}
      ${this.problem === null ? nothing : html`<p class="note failure">${this.problem}</p>`}
      ${this.result === null ? nothing : this.told(this.result)}</div>`;
  }

  /** The interface looks at some thousands of entries at once and says where to go on. */
  private async verify(): Promise<void> {
    this.looked = 0;
    this.result = null;
    this.problem = null;
    const faults: Schemas['Fault'][] = [];
    let withoutSecret = 0;
    try {
      let from: number | null = 1;
      let last: Schemas['Verification'] | null = null;
      while (from !== null) {
        last = await api.get('/audit/verify', { query: { from } }) as Schemas['Verification'];
        faults.push(...last.faults);
        withoutSecret += last.withoutSecret;
        this.looked += last.entries;
        from = last.next;
      }
      this.result = { entries: this.looked, faults, withoutSecret, last: last! };
    } catch (reason) {
      this.problem = saying(reason);
    }
  }

  private told({ entries, faults, withoutSecret, last }: Result): TemplateResult {
    return html`<div class="note ${faults.length === 0 ? 'good' : 'failure'}">
      <strong>${icon(faults.length === 0 ? 'completed' : 'failures')} ${faults.length === 0 ? t.intact(number(entries)) : t.broken(number(faults.length))}</strong>
      ${faults.length === 0 ? nothing : html`<ul>${faults.map((fault) => html`<li>${number(fault.number)}${fault.until === fault.number ? nothing : html` – ${number(fault.until)}`}: <code>${fault.kind}</code> ${fault.detail}</li>`)}</ul>`}
      ${withoutSecret > 0 ? html`<span>${t.withoutSecret(number(withoutSecret))}</span>` : nothing}
      <span class="meta">${t.head(number(last.head), last.headHash)}</span></div>`;
  }
}
