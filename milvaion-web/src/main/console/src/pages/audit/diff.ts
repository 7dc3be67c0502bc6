import { html, type TemplateResult } from 'lit';
import { t } from './words.ts';

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Fields : {});

const shown = (value: unknown): TemplateResult => (value === undefined ? html`<span class="none">${t.absent}</span>`
  : html`<pre>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>`);

/** Fields of before and after, side by side. */
export const diff = (before: unknown, after: unknown): TemplateResult => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.length === 0 ? html`<p>${t.noChanges}</p>` : html`
    <div class="table-wrap" tabindex="0"><table class="diff"><thead><tr><th scope="col">${t.field}</th><th scope="col">${t.before}</th><th scope="col">${t.after}</th></tr></thead>
      <tbody>${names.map((name) => html`<tr><th scope="row">${name}</th><td class="was">${shown(was[name])}</td><td class="is">${shown(is[name])}</td></tr>`)}</tbody>
    </table></div>${JSON.stringify([before, after]).includes('"***"') ? html`<p class="meta">${t.masked}</p>` : ''}`;
};
