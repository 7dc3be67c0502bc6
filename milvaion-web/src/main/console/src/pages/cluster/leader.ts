import { html, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import { t } from './words.ts';

type Cluster = Schemas['Cluster'];

const l = t.leader;

/** The leader with its lease, and the terms before. */
export const leader = (cluster: Cluster): TemplateResult => html`
  <h2>${l.title}</h2>
  ${cluster.nodes.some((node) => node.leader) ? '' : html`<p class="note failure">${icon('failures')} ${l.none}</p>`}
  <dl class="facts card">
    <dt>${l.node}</dt><dd>${cluster.leader.node ?? '–'}</dd>
    <dt>${l.term}</dt><dd>${cluster.leader.term}</dd>
    <dt>${l.since}</dt><dd><m-time .at=${cluster.leader.since} relative zoned></m-time></dd>
    <dt>${l.lease}</dt><dd>${cluster.lease === null ? l.noLease : l.renewed(span(cluster.lease.ageMs), span(cluster.lease.lengthMs))}</dd>
  </dl>
  <h2>${l.history}</h2>
  <div class="table-wrap" tabindex="0"><table aria-label=${l.history}>
    <thead><tr><th scope="col">${l.term}</th><th scope="col">${l.node}</th><th scope="col">${l.began}</th><th scope="col">${l.ended}</th><th scope="col">${l.why}</th></tr></thead>
    <tbody>${cluster.terms.map((term) => html`<tr><td>${term.term}</td><td>${term.node}</td>
      <td><m-time .at=${term.beganAt}></m-time></td>
      <td>${term.endedAt === null ? html`<span class="state" data-state="running">${icon('running')} ${l.leads}</span>` : html`<m-time .at=${term.endedAt}></m-time>`}</td>
      <td>${term.reason ?? ''}</td></tr>`)}</tbody></table></div>`;
