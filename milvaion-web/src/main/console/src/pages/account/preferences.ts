import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LANGUAGES, language, speak, type Language } from '../../ground/language.ts';
import { density, letters, theme, zone } from '../../ground/preferences.ts';
import { Watch, type Store } from '../../ground/store.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

/** What the viewer likes, in this browser. */
@customElement('m-preferences')
export class Preferences extends Part {
  constructor() {
    super();
    new Watch(this, theme, density, zone, letters);
  }

  override render() {
    return html`<section class="card account-preferences"><p class="meta">${t.preferencesHint}</p>
      ${this.kept(t.theme, theme, t.themes)}${this.kept(t.density, density, t.densities)}${this.kept(t.zone, zone, t.zones)}
      ${this.choice(t.language, language, LANGUAGES, (value) => speak(value as Language))}
      <label class="check"><input type="checkbox" .checked=${letters.value === 'on'}
        @change=${(event: Event) => letters.set((event.target as HTMLInputElement).checked ? 'on' : 'off')}>${t.letters}</label>
      <p class="meta">${t.lettersHint}</p></section>`;
  }

  private kept<T extends string>(label: string, store: Store<T>, names: Record<T, string>) {
    return this.choice(label, store.value, names, (value) => store.set(value as T));
  }

  private choice(label: string, now: string, names: Record<string, string>, set: (value: string) => void) {
    return html`<label class="field"><span>${label}</span><select @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${Object.entries(names).map(([value, name]) => html`<option value=${value} .selected=${value === now}>${name}</option>`)}</select></label>`;
  }
}
