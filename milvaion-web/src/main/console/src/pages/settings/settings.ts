import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { installation } from '../../ground/installation.ts';
import { locale } from '../../ground/language.ts';
import { change, here } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import { branding } from './branding.ts';
import { t } from './words.ts';

type Setting = Schemas['SettingView'];

/** What is set, and where it was given; read only, since settings belong to the start of a node. */
@customElement('m-settings')
export class Settings extends Part {
  private readonly all = new Resource<Setting[]>(this, async (signal) => {
    const read: Setting[] = [];
    let after: string | undefined;
    do {
      const page = await api.get('/admin/settings', { query: { limit: 200, after }, signal });
      read.push(...page.items);
      after = page.nextCursor ?? undefined;
    } while (after !== undefined);
    return read;
  });

  constructor() {
    super();
    new Watch(this, here, installation);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.all.load();
  }

  override render() {
    const text = here.value.query.get('q') ?? '';
    const given = here.value.query.get('given') === 'true';
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${installation.value === null ? '' : branding(installation.value)}
      <section aria-labelledby="all"><h2 id="all">${t.all}</h2><p class="meta">${t.hint}</p>
        <div class="filters">
          <label class="unseen" for="setting-filter">${t.filter}</label>
          <input type="search" id="setting-filter" data-filter placeholder=${t.filter} .value=${text}
            @input=${(event: Event) => change({ q: (event.target as HTMLInputElement).value }, { replace: true })}>
          <label class="check"><input type="checkbox" .checked=${given} @change=${(event: Event) =>
            change({ given: (event.target as HTMLInputElement).checked || null })}>${t.given}</label></div>
        ${chips([...text === '' ? [] : [{ label: t.filterIs(text), names: ['q'] }], ...given ? [{ label: t.given, names: ['given'] }] : []])}
        ${block(this.all, { lines: 14, ok: (all) => this.table(all.filter((one) => fits(one, text, given))) })}</section>`;
  }

  private table(rows: readonly Setting[]): TemplateResult {
    return rows.length === 0 ? emptiness(t.none) : html`<div class="table-wrap" tabindex="0"><table>
      <thead><tr>${[t.key, t.value, t.from, t.meaning].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr><td><code title=${row.environmentVariable}>${row.key}</code></td><td class="loose">${valueOf(row)}</td>
        <td>${t.sources[row.source]}</td><td class="loose">${row.meaning}</td></tr>`)}</tbody></table></div>`;
  }
}

const valueOf = (row: Setting): TemplateResult | string => {
  if (row.source === 'default') {
    return html`<span class="none">${row.defaultValue}</span>`;
  }
  return row.secret ? html`<span class="tag">${t.secret}</span>` : row.value ?? '';
};

const fits = (row: Setting, text: string, given: boolean): boolean => {
  const wanted = text.toLocaleLowerCase(locale);
  return (!given || row.source !== 'default')
    && (row.key.includes(text.toLowerCase()) || row.meaning.toLocaleLowerCase(locale).includes(wanted));
};

declare global {
  interface HTMLElementTagNameMap { 'm-settings': Settings }
}
