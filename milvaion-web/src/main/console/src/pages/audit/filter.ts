import { html, type TemplateResult } from 'lit';
import { change, here } from '../../ground/location.ts';
import type { Chip } from '../../parts/chips.ts';
import { t } from './words.ts';

const NAMES = ['q', 'actor', 'action', 'objectType', 'objectId', 'outcome', 'from', 'to'] as const;
type Name = (typeof NAMES)[number];

/** What the address asks for, as the interface takes it: days begin at midnight of UTC, as they are stored. */
export const filterOf = (): Partial<Record<Name, string>> => Object.fromEntries(
  NAMES.map((name) => [name, here.value.query.get(name)] as const)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => [name, name === 'from' || name === 'to' ? `${value}T00:00:00Z` : value!]));

export const filterChips = (): Chip[] => NAMES
  .filter((name) => here.value.query.get(name))
  .map((name) => ({ label: `${t.chip[name]} ${here.value.query.get(name)}${name === 'from' || name === 'to' ? ' UTC' : ''}`, names: [name] }));

let timer = 0;

const typed = (name: Name) => (event: Event): void => {
  clearTimeout(timer);
  const value = (event.target as HTMLInputElement).value.trim();
  timer = window.setTimeout(() => change({ [name]: value || null }, { replace: true }), 300);
};

const chosen = (name: Name) => (event: Event): void => change({ [name]: (event.target as HTMLInputElement).value || null });

const now = (name: Name): string => here.value.query.get(name) ?? '';

export const filterFields = (): TemplateResult => html`<div class="filters" role="search">
  <input type="search" data-filter aria-label=${t.search} placeholder=${t.search} .value=${now('q')} @input=${typed('q')}>
  <input class="narrow" aria-label=${t.actor} placeholder=${t.actor} .value=${now('actor')} @change=${chosen('actor')}>
  <input class="narrow" aria-label=${t.action} placeholder="${t.action}: job.update" spellcheck="false" .value=${now('action')} @change=${chosen('action')}>
  <input class="narrow" aria-label=${t.type} placeholder=${t.type} .value=${now('objectType')} @change=${chosen('objectType')}>
  <select aria-label=${t.outcome} @change=${chosen('outcome')}><option value="">${t.anyOutcome}</option>${Object.entries(t.outcomes).map(([value, name]) =>
    html`<option value=${value} .selected=${value === now('outcome')}>${name}</option>`)}</select>
  <label class="day">${t.from} <input type="date" .value=${now('from')} @change=${chosen('from')}></label>
  <label class="day">${t.to} <input type="date" .value=${now('to')} @change=${chosen('to')}></label></div>`;
