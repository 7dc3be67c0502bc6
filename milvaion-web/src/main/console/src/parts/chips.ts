import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../ground/language.ts';
import { change } from '../ground/location.ts';
import { icon } from './icon.ts';

const t = words({
  remove: (what: string) => `Remove ${what}`, clear: 'Clear all',
}, {
  remove: (what: string) => `${what} filtresini kaldır`, clear: 'Tümünü temizle',
});

/**
 * A limit of what is shown; `names` are the members of the address that make it. Without it they are not there, or have
 * `value`: what takes a limit away that holds by itself.
 */
export interface Chip { label: string; names: readonly string[]; value?: string }

const without = (chip: Chip): [string, string | null][] => chip.names.map((name) => [name, chip.value ?? null]);

/** Every limit of a list is seen, and can be taken away. */
export const chips = (all: readonly Chip[]): TemplateResult | typeof nothing => all.length === 0 ? nothing : html`
  <ul class="chips">${all.map((chip) => html`<li><button type="button" class="chip" aria-label=${t.remove(chip.label)}
    @click=${() => change(Object.fromEntries(without(chip)))}>${chip.label} ${icon('close')}</button></li>`)}
    ${all.length > 1 ? html`<li><button type="button" class="link" @click=${() =>
      change(Object.fromEntries(all.flatMap(without)))}>${t.clear}</button></li>` : nothing}
  </ul>`;
