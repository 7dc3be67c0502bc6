import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { zoneOf } from '../../ground/clock.ts';
import { change, here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { chips } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import { tabOf, tabs, type Tab } from '../../parts/tabs.ts';
import { failed } from '../../parts/toast.ts';
import { chipsOf, criteria } from './criteria.ts';
import { deleteAll, replayAll, resolveAll } from './many.ts';
import { t } from './words.ts';
import './groups.ts';
import './list.ts';

const TABS: readonly Tab[] = [{ name: 'groups', label: t.groups }, { name: 'list', label: t.list }];
const PAUSE_MS = 300;

/** Runs whose last attempt has failed: what they have in common, and how they are run again. */
@customElement('m-failures')
export class Failures extends Part {
  private timer = 0;

  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    const now = criteria();
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: t.exportCsv, icon: 'download', run: () => void this.export('csv') })}
        ${action({ label: t.exportXlsx, icon: 'download', run: () => void this.export('xlsx') })}
        ${action({ label: t.deleteAll, icon: 'trash', kind: 'danger', needs: 'Failure.Write', run: () => void deleteAll(now) })}
        ${action({ label: t.resolveAll, icon: 'check', needs: 'Failure.Write', run: () => void resolveAll(now) })}
        ${action({ label: t.replayAll, icon: 'retry', kind: 'primary', needs: 'Failure.Replay', run: () => void replayAll(now) })}
      </header>
      <div class="filters"><input type="search" data-filter aria-label=${t.search} placeholder=${t.search} .value=${now.q ?? ''} @input=${this.onSearch}></div>
      ${chips(chipsOf(now))}
      ${tabs(TABS, t.title)}
      ${tabOf(TABS) === 'groups' ? html`<m-failure-groups></m-failure-groups>` : html`<m-failure-list></m-failure-list>`}`;
  }

  private readonly onSearch = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => change({ q: text === '' ? null : text }, { replace: true }), PAUSE_MS);
  };

  private async export(format: 'csv' | 'xlsx'): Promise<void> {
    try {
      await api.download('/failed-occurrences/export', { ...criteria(), format, zone: zoneOf(), bom: format === 'csv' ? true : undefined }, `${t.exportName}.${format}`);
    } catch (reason) {
      failed(reason);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-failures': Failures }
}
