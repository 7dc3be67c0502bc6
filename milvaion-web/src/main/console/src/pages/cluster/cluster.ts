import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { Part } from '../../parts/part.ts';
import { tabOf, tabs, type Tab } from '../../parts/tabs.ts';
import './bottlenecks.ts';
import './dispatching.ts';
import './limits.ts';
import './nodes.ts';
import './repairs.ts';
import './storage.ts';
import { t } from './words.ts';

const SHOWN: Record<string, () => TemplateResult> = {
  nodes: () => html`<m-cluster-nodes></m-cluster-nodes>`,
  bottlenecks: () => html`<m-cluster-bottlenecks></m-cluster-bottlenecks>`,
  limits: () => html`<m-cluster-limits></m-cluster-limits>`,
  storage: () => html`<m-cluster-storage></m-cluster-storage>`,
  dispatching: () => html`<m-cluster-dispatching></m-cluster-dispatching>`,
  repairs: () => html`<m-cluster-repairs></m-cluster-repairs>`,
};

const TABS: readonly Tab[] = (Object.keys(SHOWN) as (keyof typeof t.tabs)[]).map((name) => ({ name, label: t.tabs[name] }));

/** Each tab reads what it shows, and only while it is open. */
@customElement('m-cluster')
export class ClusterPage extends Part {
  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${tabs(TABS, t.title)}
      ${SHOWN[tabOf(TABS)]!()}`;
  }
}
