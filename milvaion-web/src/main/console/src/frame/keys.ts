import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { go } from '../ground/location.ts';
import { connection, pause } from '../ground/live.ts';
import { letters, zone, type Zone } from '../ground/preferences.ts';
import { can } from '../ground/session.ts';
import { action } from '../parts/action.ts';
import { Part } from '../parts/part.ts';
import { openPalette } from './palette.ts';
import { routes } from './routes.ts';
import { t } from './words.ts';

const ZONES: readonly Zone[] = ['mine', 'job', 'utc'];
const AFTER_G_MS = 1500;

export const openKeys = (): void => document.querySelector('m-keys')?.open();

/** What the keyboard does on every page, and the list of it. */
@customElement('m-keys')
export class Keys extends Part {
  private afterG = -Infinity;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
  }

  open(): void {
    this.querySelector('dialog')?.showModal();
  }

  override render() {
    const rows: [string, string][] = [
      ['Ctrl K', t.keys_.palette], ['/', t.keys_.filter],
      ...routes.filter((route) => route.entry?.letter).map((route): [string, string] => [`g ${route.entry!.letter}`, route.entry!.label]),
      ['j k ↓ ↑', t.keys_.row], ['x', t.keys_.tick], ['Enter', t.keys_.open], ['o', t.keys_.tab],
      ['p', t.keys_.pause], ['z', t.keys_.zone], ['Esc', t.keys_.close], ['?', t.keys_.keys],
    ];
    return html`<dialog class="dialog" aria-labelledby="keys-title"><h2 id="keys-title">${t.keysTitle}</h2>
      <dl class="keys">${rows.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
      <p class="buttons">${action({ label: t.keys_.close, run: () => this.querySelector('dialog')?.close() })}</p></dialog>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      openPalette();
      return;
    }
    const typing = (event.target as HTMLElement).closest('input, select, textarea, [contenteditable], dialog[open], .cm-editor') !== null;
    if (typing || event.ctrlKey || event.metaKey || event.altKey || letters.value === 'off' || event.defaultPrevented) {
      return;
    }
    if (performance.now() - this.afterG < AFTER_G_MS) {
      this.afterG = -Infinity;
      const route = routes.find((one) => one.entry?.letter === event.key && (one.needs === undefined || can(one.needs)));
      if (route !== undefined) {
        event.preventDefault();
        go(route.path);
        return;
      }
    }
    this.single(event);
  };

  private single(event: KeyboardEvent): void {
    if (event.key === 'g') {
      this.afterG = performance.now();
    } else if (event.key === '?') {
      this.open();
    } else if (event.key === '/') {
      event.preventDefault();
      document.querySelector<HTMLElement>('main [data-filter]')?.focus();
    } else if (event.key === 'p') {
      pause(connection.value !== 'paused');
    } else if (event.key === 'z') {
      zone.set(ZONES[(ZONES.indexOf(zone.value) + 1) % ZONES.length]!);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-keys': Keys }
}
