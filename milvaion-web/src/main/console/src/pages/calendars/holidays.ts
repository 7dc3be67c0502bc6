import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { longOf } from './days.ts';
import { t } from './words.ts';

/** The public holidays that a rule means, read when they are looked at; those that Milvaion corrects are marked. */
@customElement('m-holidays')
export class Holidays extends Part {
  @property() country = '';
  @property() region = '';
  @property({ type: Number }) year = 0;

  private readonly holidays = new Resource<Schemas['Holiday'][]>(this, async (signal) => (await api.get('/holidays/{country}', {
    path: { country: this.country }, query: { year: String(this.year), ...this.region !== '' && { region: this.region }, limit: 200 }, signal,
  })).items);
  private readFor = '';

  override willUpdate(): void {
    if (this.readFor !== '' && this.readFor !== this.key()) {
      this.read();
    }
  }

  override render() {
    return html`<details class="holidays" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && this.readFor !== this.key() && this.read()}>
      <summary>${t.holidaysIn(this.year)}</summary>${this.readFor === '' ? nothing : block(this.holidays, {
        lines: 8, ok: (all) => html`<ul class="rules">${all.map((one) => html`<li>${longOf(one.date)}: ${one.name}${one.shipped
          ? html` <span class="tag" title=${t.shippedHint}>${t.shipped}</span>` : nothing}</li>`)}</ul>`,
      })}</details>`;
  }

  private key(): string {
    return `${this.country} ${this.region} ${this.year}`;
  }

  private read(): void {
    this.readFor = this.key();
    this.holidays.forget();
    void this.holidays.load();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-holidays': Holidays }
}
