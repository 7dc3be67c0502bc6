import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../ground/api.ts';
import { locale } from '../ground/language.ts';
import { href } from '../ground/location.ts';
import { can } from '../ground/session.ts';
import { icon, type Icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import { routes } from './routes.ts';
import { t } from './words.ts';

interface Hit { icon: Icon; label: string; detail: string; href: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PAUSE_MS = 150;

export const openPalette = (): void => document.querySelector('m-palette')?.open();

const folded = (text: string): string => text.toLocaleLowerCase(locale);

/** Pages by their names, jobs by theirs, runs by their ids. */
@customElement('m-palette')
export class Palette extends Part {
  @state() private text = '';
  @state() private jobs: Hit[] = [];
  @state() private at = 0;
  private timer = 0;

  open(): void {
    this.text = '';
    this.jobs = [];
    this.at = 0;
    this.querySelector('dialog')?.showModal();
    this.querySelector('input')?.focus();
  }

  override render() {
    const hits = this.hits();
    return html`<dialog class="dialog palette" aria-label=${t.palette} @click=${(event: Event) => event.target === event.currentTarget && this.close()}>
      <input type="search" role="combobox" aria-expanded="true" aria-controls="palette-hits" aria-label=${t.search} autocomplete="off"
        aria-activedescendant=${hits.length > 0 ? `hit-${this.at}` : nothing} .value=${this.text} @input=${this.onInput} @keydown=${this.onKey}>
      <ul id="palette-hits" role="listbox" aria-label=${t.palette}>${hits.map((hit, index) => html`
        <li id="hit-${index}" role="option" aria-selected=${index === this.at ? 'true' : 'false'}
          @click=${() => this.follow(hit)}>${icon(hit.icon)}<span>${hit.label}</span><span class="meta">${hit.detail}</span></li>`)}</ul>
      ${hits.length === 0 ? html`<p class="meta" role="status">${t.noHit}</p>` : nothing}</dialog>`;
  }

  private hits(): Hit[] {
    const wanted = folded(this.text.trim());
    const pages = routes
      .filter((route) => route.entry !== undefined && (route.needs === undefined || can(route.needs)))
      .filter((route) => folded(route.entry!.label).includes(wanted))
      .map((route): Hit => ({ icon: route.entry!.icon, label: route.entry!.label, detail: route.entry!.letter ? `g ${route.entry!.letter}` : '', href: href(route.path) }));
    const run: Hit[] = UUID.test(wanted) ? [
      { icon: 'runs', label: wanted, detail: t.runs, href: href(`/runs/${wanted}`) },
      { icon: 'jobs', label: wanted, detail: t.jobs, href: href(`/jobs/${wanted}`) },
    ] : [];
    return [...run, ...pages, ...this.jobs].slice(0, 12);
  }

  private readonly onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.seek(this.text.trim()), PAUSE_MS);
  };

  private async seek(wanted: string): Promise<void> {
    if (wanted === '' || !can('Job.Read')) {
      this.jobs = [];
      return;
    }
    const { items } = await api.get('/jobs', { query: { q: wanted, limit: 8 } });
    if (this.text.trim() === wanted) {
      this.jobs = items.map((job) => ({ icon: 'jobs', label: job.displayName, detail: job.jobType, href: href(`/jobs/${job.id}`) }));
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const hits = this.hits();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + hits.length) % hits.length;
    } else if (event.key === 'Enter') {
      const hit = hits[this.at];
      if (hit !== undefined) {
        this.follow(hit);
      }
    } else if (event.key === 'Escape') { // a search field would only empty itself
      event.preventDefault();
      this.close();
    }
  };

  private follow(hit: Hit): void {
    this.close();
    location.hash = hit.href;
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-palette': Palette }
}
