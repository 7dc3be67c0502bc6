import { html, type TemplateResult } from 'lit';
import { pretty } from '../ground/json.ts';

/** A JSON value in a cell: nothing, a text, or what it is written as. */
export const valueOf = (value: unknown): TemplateResult => {
  if (value === null || value === undefined) {
    return html`<span class="none">–</span>`;
  }
  return typeof value === 'string' ? html`<span class="value">${value}</span>` : html`<code class="value">${pretty(value)}</code>`;
};
