import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Schemas } from '../../ground/types.ts';
import { Part } from '../../parts/part.ts';
import { closuresOf, later, longOf, monthLater, monthOf, monthsOf, weekdayOf, weeksOf, type Day } from './days.ts';
import { t } from './words.ts';

const STATES = ['open', 'closed', 'partlyOpen'] as const;
const MONDAY_WEEK = Array.from({ length: 7 }, (_, n) => weekdayOf(later('2024-01-01', n)));

const said = (day: Day): string =>
  `${longOf(day.date)}: ${t.states[day.state]}${day.state === 'partlyOpen' ? ` ${day.open.join(', ')}` : ''}${day.reasons.length > 0 ? `, ${day.reasons.join(', ')}` : ''}`;

/** Twelve months: which days are open, and why others are not. One day has the focus; arrows go to the others. */
@customElement('m-calendar-year')
export class CalendarYear extends Part {
  @property({ attribute: false }) year!: Schemas['CalendarYear'];

  @state() private chosen = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('year') && !this.chosen.startsWith(`${this.year.year}-`)) {
      const today = new Date().toISOString().slice(0, 10);
      this.chosen = today.startsWith(`${this.year.year}-`) ? today : `${this.year.year}-01-01`;
    }
  }

  override render() {
    const { days } = this.year;
    const count = (state: Day['state']): number => days.filter((day) => day.state === state).length;
    const day = days.find(({ date }) => date === this.chosen);
    return html`<p>${t.totals(count('open'), count('closed'), count('partlyOpen'))}</p>
      <ul class="chart-legend year-legend">${STATES.map((one) => html`<li><span class="year-day ${one}" aria-hidden="true">1</span> ${t.legend[one]}</li>`)}
        <li><span class="year-day closed reasoned" aria-hidden="true">1</span> ${t.legend.named}</li><li class="meta">${t.inZone(this.year.timeZone)}</li></ul>
      <div class="year" @keydown=${this.onKey}>${monthsOf(days).map((one) => this.month(one))}</div>
      <p class="year-said"><strong>${day === undefined ? nothing : said(day)}</strong> <span class="meta">${t.dayHint}</span></p>
      ${this.closures()}`;
  }

  private month(days: readonly Day[]): TemplateResult {
    const name = monthOf(days[0]!.date);
    return html`<section class="year-month"><h3>${name}</h3><table role="grid" aria-label="${name} ${this.year.year}">
      <thead><tr>${MONDAY_WEEK.map((weekday) => html`<th scope="col"><span aria-hidden="true">${weekday.slice(0, 2)}</span><span class="unseen">${weekday}</span></th>`)}</tr></thead>
      <tbody>${weeksOf(days).map((week) => html`<tr>${week.map((day) => (day === null ? html`<td></td>` : this.cell(day)))}</tr>`)}</tbody></table></section>`;
  }

  private cell(day: Day): TemplateResult {
    const isChosen = day.date === this.chosen;
    return html`<td class="year-day ${day.state} ${day.reasons.length > 0 ? 'reasoned' : ''}" data-date=${day.date} tabindex=${isChosen ? '0' : '-1'}
      aria-label=${said(day)} aria-selected=${isChosen ? 'true' : 'false'} title=${day.reasons.length > 0 ? day.reasons.join(', ') : nothing}
      @click=${() => this.choose(day.date)}>${Number(day.date.slice(8))}</td>`;
  }

  private closures(): TemplateResult {
    const all = closuresOf(this.year.days);
    return html`<details class="closures"><summary>${t.closures} <span class="count">${all.length}</span></summary>${all.length === 0 ? html`<p class="none">${t.noClosures}</p>` : html`
      <div class="table-wrap" tabindex="0" role="region" aria-label=${t.closures}><table><thead><tr><th scope="col">${t.day}</th><th scope="col" class="wide">${t.why}</th><th scope="col">${t.openAt}</th></tr></thead>
      <tbody>${all.map((one) => html`<tr><td>${longOf(one.from)}${one.to === one.from ? nothing : html` – ${longOf(one.to)}`}</td><td class="wide">${one.reasons.join(', ')}</td>
        <td>${one.open.length === 0 ? html`<span class="none">–</span>` : one.open.join(', ')}</td></tr>`)}</tbody></table></div>`}</details>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const steps: Record<string, () => string> = {
      ArrowLeft: () => later(this.chosen, -1), ArrowRight: () => later(this.chosen, 1), ArrowUp: () => later(this.chosen, -7), ArrowDown: () => later(this.chosen, 7),
      PageUp: () => monthLater(this.chosen, -1), PageDown: () => monthLater(this.chosen, 1),
      Home: () => `${this.year.year}-01-01`, End: () => `${this.year.year}-12-31`,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.choose(step());
    }
  };

  /** Not beyond this year. */
  private choose(date: string): void {
    if (date.startsWith(`${this.year.year}-`)) {
      this.chosen = date;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-calendar-year': CalendarYear }
}
