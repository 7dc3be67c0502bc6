import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { Live } from '../../ground/live.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { Again, asOf } from '../../parts/again.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { done, failed } from '../../parts/toast.ts';
import { leader } from './leader.ts';
import { latency } from './size.ts';
import { t } from './words.ts';

type Cluster = Schemas['Cluster'];
type Node = Cluster['nodes'][number];

const n = t.nodes;
const none = html`<span class="none">–</span>`;

/** A clock that is further off than this is worth a word. */
const SKEW_MS = 1000;

/** Who takes part, who leads, and how the servers answer each. */
@customElement('m-cluster-nodes')
export class ClusterNodes extends Part {
  private readonly cluster = new Resource(this, (signal) => api.get('/admin/cluster', { signal }));

  constructor() {
    super();
    const read = (): void => void this.cluster.load();
    new Live(this, { channels: () => ['system'], event: (event) => { if (event.type === 'leader.changed') { read(); } }, reread: read });
    new Again(this, read);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.cluster.load();
  }

  override render() {
    return html`${block(this.cluster, { lines: 8, ok: (cluster) => html`
      ${warnings(cluster)}
      <h2>${n.title} <span class="count">${cluster.nodes.length}</span></h2>
      ${table(cluster.nodes)}
      <p>${action({ label: n.look, icon: 'retry', needs: 'System.Operate', hint: n.lookHint, run: () => void this.look() })}</p>
      <p class="meta">${n.hint} ${t.leader.answered(cluster.node)}. ${asOf(this.cluster)}</p>
      ${leader(cluster)}` })}`;
  }

  private async look(): Promise<void> {
    try {
      const { node, version, source } = await api.post('/admin/zone-rules');
      done(n.looked(node, version, source));
      await this.cluster.load();
    } catch (reason) {
      failed(reason);
    }
  }
}

const distinct = (nodes: readonly Node[], of: (node: Node) => string | null): string[] =>
  [...new Set(nodes.filter((node) => node.alive).map(of).filter((one) => one !== null))];

const warnings = ({ nodes }: Cluster): TemplateResult => {
  const versions = distinct(nodes, (node) => node.version);
  const zones = distinct(nodes, (node) => node.timeZoneData);
  const skewed = nodes.flatMap((node) => Object.entries(node.clockOffsetsMs)
    .filter(([, ms]) => Math.abs(Number(ms)) > SKEW_MS)
    .map(([server, ms]) => n.skew(node.id, Number(ms), server)));
  return html`${[
    ...versions.length > 1 ? [n.versions(versions.join(', '))] : [],
    ...zones.length > 1 ? [n.zoneData(zones.join(', '))] : [],
    ...skewed,
  ].map((warning) => html`<p class="note warning">${icon('failures')} ${warning}</p>`)}`;
};

const table = (nodes: readonly Node[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table aria-label=${n.title}>
  <thead><tr><th scope="col">${n.node}</th><th scope="col">${n.state}</th><th scope="col" class="number">${n.heard}</th><th scope="col" class="number">${n.up}</th>
    <th scope="col">${n.version}</th><th scope="col">${n.jdk}</th><th scope="col">${n.zones}</th>
    <th scope="col" class="number">${n.cpu}</th><th scope="col" class="number">${n.clock}</th>
    ${[n.postgresql, n.redis, n.broker].map((server) => html`<th scope="col" class="number">${server}</th>`)}</tr></thead>
  <tbody>${nodes.map(row)}</tbody></table></div>`;

const row = (node: Node): TemplateResult => html`<tr>
  <th scope="row" class="name" title=${node.address ?? nothing}>${node.id}</th>
  <td>${stateOf(node)}</td>
  <td class="number">${span(node.heartbeatAgeMs)}</td>
  <td class="number">${node.alive ? span(node.uptimeMs) : none}</td>
  <td>${node.version ?? none}</td><td title=${node.jdk ?? nothing}>${node.jdk?.split('+')[0] ?? none}</td><td>${node.timeZoneData === null ? none : html`<span>${node.timeZoneData}</span>`}${node.timeZoneSource === null ? nothing : html`<br><span class="meta">${node.timeZoneSource}</span>`}</td>
  <td class="number">${node.processCpuPercent ?? none}</td>
  <td class="number">${furthest(node)}</td>
  ${['postgresql', 'redis', 'broker'].map((server) => html`<td class="number">${answer(node, server)}</td>`)}</tr>`;

const stateOf = (node: Node): TemplateResult => (node.alive
  ? html`<span class="state" data-state="completed">${icon('completed')} ${node.leader ? n.leads : n.alive}</span>`
  : html`<span class="state" data-state="failed">${icon('failed')} ${n.silent}</span>`);

const furthest = (node: Node): TemplateResult | number => {
  const offsets = Object.values(node.clockOffsetsMs).map(Number);
  return offsets.length === 0 ? none : offsets.reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far));
};

const answer = (node: Node, name: string): TemplateResult | string => {
  const server = node.servers.find((one) => one.server === name);
  if (server === undefined || !node.alive) {
    return none;
  }
  const took = server.latencyMicros === null ? '' : latency(server.latencyMicros);
  return server.status === 'up' ? took || none
    : html`<span class="state" data-state=${server.status === 'down' ? 'failed' : 'waiting'} title=${server.detail}>${icon('failures')} ${server.status === 'down' ? n.down : `${n.degraded} ${took}`}</span>`;
};
