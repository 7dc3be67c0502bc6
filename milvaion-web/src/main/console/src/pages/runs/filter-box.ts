import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { change, go, here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { Part } from '../../parts/part.ts';
import { jobsNamed, knownJobs } from '../../parts/runs/known-jobs.ts';
import { completions, type Completion } from './completion.ts';
import { addressOf, criteriaOf } from './criteria.ts';
import { lineOf, read, termAt, type Wrong } from './language.ts';
import { t } from './words.ts';

const PAUSE_MS = 120;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The filter as a line that is written; the address and the chips say the same. */
@customElement('m-run-filter')
export class RunFilter extends Part {
  @state() private draft: string | null = null; // null: what the address says
  @state() private offered: Completion[] = [];
  @state() private at = -1;
  @state() private wrong: Wrong[] = [];
  private timer = 0;

  constructor() {
    super();
    new Watch(this, here, knownJobs);
  }

  override render() {
    const open = this.offered.length > 0;
    return html`<div class="run-filter">
      <input type="search" data-filter role="combobox" aria-label=${t.filter} placeholder=${t.filterHint} autocomplete="off" spellcheck="false"
        aria-expanded=${open ? 'true' : 'false'} aria-controls="run-filter-list" aria-autocomplete="list" aria-invalid=${this.wrong.length > 0 ? 'true' : nothing}
        aria-describedby=${this.wrong.length > 0 ? 'run-filter-wrong' : nothing} aria-activedescendant=${this.at >= 0 ? `run-filter-${this.at}` : nothing}
        .value=${this.draft ?? this.said()} @input=${this.onInput} @keydown=${this.onKey} @focus=${this.offer} @click=${this.offer} @blur=${this.onBlur}>
      <ul id="run-filter-list" role="listbox" aria-label=${t.completions} ?hidden=${!open}>${this.offered.map((one, index) => html`
        <li id="run-filter-${index}" role="option" aria-selected=${index === this.at ? 'true' : 'false'}
          @mousedown=${(event: Event) => { event.preventDefault(); void this.take(one); }}><span>${one.label}</span><span class="meta">${one.hint}</span></li>`)}</ul>
      ${this.wrong.length === 0 ? nothing : html`<p id="run-filter-wrong" class="wrong" role="alert">${this.wrong.map(({ term, why }) => html`${t.wrong[why](term)} `)}</p>`}
    </div>`;
  }

  private said(): string {
    return lineOf(criteriaOf(here.value.query), (id) => knownJobs.value.get(id)?.name);
  }

  private get field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  private readonly onInput = (): void => {
    this.draft = this.field.value;
    this.wrong = [];
    this.offer();
  };

  private readonly offer = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(async () => {
      const line = this.field.value;
      const found = await completions(termAt(line, this.field.selectionStart ?? line.length)).catch(() => []);
      if (this.field.value === line && document.activeElement === this.field) {
        this.offered = found;
        this.at = -1;
      }
    }, PAUSE_MS);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && this.offered.length > 0) {
      event.preventDefault();
      this.at = Math.max(-1, Math.min(this.at + step, this.offered.length - 1));
    } else if (event.key === 'Escape' && this.offered.length > 0) {
      event.preventDefault();
      this.shut();
    } else if (event.key === 'Enter' || event.key === 'Tab' && this.at >= 0) {
      event.preventDefault();
      const chosen = this.offered[this.at];
      void (chosen === undefined ? this.commit() : this.take(chosen));
    }
  };

  private readonly onBlur = (): void => {
    this.shut();
    if (this.draft !== null && this.wrong.length === 0) {
      void this.commit();
    }
  };

  private async take(chosen: Completion): Promise<void> {
    const line = this.field.value;
    const { start, end } = termAt(line, this.field.selectionStart ?? line.length);
    const before = line.slice(0, start) + chosen.text;
    this.draft = before + (chosen.whole && line.slice(end).trim() === '' ? '' : line.slice(end));
    await this.updateComplete;
    this.field.setSelectionRange(before.length, before.length);
    if (chosen.whole) {
      await this.commit();
    } else {
      this.offer();
    }
  }

  /** What is written becomes the address; what cannot be read is named, and stays. */
  private async commit(): Promise<void> {
    this.shut();
    const line = this.field.value.trim();
    if (UUID.test(line)) {
      go(`/runs/${line}`);
      return;
    }
    const { criteria, wrong } = await read(line, async (name) =>
      (UUID.test(name) ? name : (await jobsNamed(name, 200)).find((job) => job.name === name)?.id ?? null));
    this.wrong = wrong;
    if (wrong.length === 0) {
      this.draft = null;
      change(addressOf(criteria));
      this.requestUpdate();
    }
  }

  private shut(): void {
    clearTimeout(this.timer);
    this.offered = [];
    this.at = -1;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-run-filter': RunFilter }
}
