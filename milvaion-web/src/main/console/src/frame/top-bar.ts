import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { myOffset } from '../ground/clock.ts';
import { installation } from '../ground/installation.ts';
import { LANGUAGES, language, speak, type Language } from '../ground/language.ts';
import { connection, pause } from '../ground/live.ts';
import { density, letters, theme, zone, type Density, type Theme, type Zone } from '../ground/preferences.ts';
import { logout, me } from '../ground/session.ts';
import { Watch } from '../ground/store.ts';
import { action } from '../parts/action.ts';
import { icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import { openKeys } from './keys.ts';
import { openPalette } from './palette.ts';
import { t } from './words.ts';

/** Search, connection, zone, and what the viewer likes. */
@customElement('m-top-bar')
export class TopBar extends Part {
  constructor() {
    super();
    new Watch(this, connection, theme, zone, density, letters, me, installation);
  }

  override render() {
    const now = connection.value;
    return html`<header class="top-bar">
      <a class="brand" href="#/">${installation.value?.name ?? 'Milvaion'}</a>
      ${installation.value?.environment ? html`<span class="environment">${installation.value.environment}</span>` : nothing}
      <button type="button" class="search" @click=${openPalette}>${icon('search')}<span>${t.search}</span><kbd>Ctrl K</kbd></button>
      <span class="connection" id="connection" role="status" data-state=${now}><i></i>${t.connection[now]}</span>
      ${action({
        label: now === 'paused' ? t.goOn : t.pause, icon: now === 'paused' ? 'play' : 'pause', kind: 'quiet', signOnly: true,
        id: 'pause', run: () => pause(now !== 'paused'),
      })}
      ${this.choice(t.zone, 'zone', zone.value, { ...t.zones, mine: `${t.zones.mine} (${myOffset()})` }, (value) => zone.set(value as Zone))}
      ${this.account()}
    </header>`;
  }

  private choice(label: string, id: string, now: string, all: Record<string, string>, set: (value: string) => void) {
    return html`<label class="choice"><span class="unseen">${label}</span><select id=${id} title=${label}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>${Object.entries(all).map(([value, name]) =>
        html`<option value=${value} ?selected=${value === now}>${name}</option>`)}</select></label>`;
  }

  private account() {
    return html`<details class="menu" @keydown=${this.onKey} @focusout=${this.onLeave}><summary title=${t.account}>${icon('users')}<span>${me.value?.name ?? ''}</span></summary>
      <div class="menu-body">
        <a href="#/account">${t.account}</a>
        ${this.row(t.theme, this.choice(t.theme, 'theme', theme.value, t.themes, (value) => theme.set(value as Theme)))}
        ${this.row(t.language, this.choice(t.language, 'language', language, LANGUAGES, (value) => speak(value as Language)))}
        ${this.row(nothing, this.choice(t.densities.compact, 'density', density.value, t.densities, (value) => density.set(value as Density)))}
        <label class="check"><input type="checkbox" .checked=${letters.value === 'on'}
          @change=${(event: Event) => letters.set((event.target as HTMLInputElement).checked ? 'on' : 'off')}>${t.letterKeys}</label>
        ${action({ label: t.help, icon: 'keyboard', run: openKeys })}
        <button type="button" class="button plain" id="logout" @click=${() => void logout()}>${t.logout}</button>
      </div></details>`;
  }

  private row(label: unknown, field: unknown) {
    return html`<div class="menu-row">${label === nothing ? nothing : html`<span aria-hidden="true">${label}</span>`}${field}</div>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      const menu = event.currentTarget as HTMLDetailsElement;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  };

  private readonly onLeave = (event: FocusEvent): void => {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-top-bar': TopBar }
}
