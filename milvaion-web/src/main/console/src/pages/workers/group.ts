import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { action } from '../../parts/action.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import type { Group, Worker } from './fleet.ts';
import { instanceRow } from './instance.ts';
import { drainGroup, resumeGroup } from './orders.ts';
import '../../parts/time.ts';
import './runs.ts';
import { t } from './words.ts';

const HEADS = [t.instance, t.state, t.used, t.heartbeat, t.lag, t.version, t.types, t.actions];

/** One group with its instances; null is for those without a group. */
@customElement('m-worker-group')
export class WorkerGroup extends Part {
  @property({ attribute: false }) group: Group | null = null;
  @property({ attribute: false }) workers: Worker[] = [];
  @property({ attribute: false }) now = 0;
  /** The instance whose runs are shown. */
  @property({ attribute: false }) open: string | null = null;

  override render() {
    const alive = this.workers.filter((worker) => worker.alive);
    const used = alive.reduce((sum, worker) => sum + worker.runningJobs, 0);
    const slots = alive.reduce((sum, worker) => sum + worker.maxParallelJobs, 0);
    const title = this.group === null ? t.noGroup : t.group(this.group.name);
    return html`<section class="card worker-group" aria-label=${title}>
      <header class="group-head"><h2>${title}</h2>
        <span class="meta">${t.instances(this.workers.length)}, ${t.alive(alive.length)}${slots === 0 ? nothing : ` · ${t.slots(used, slots)}`}</span>
        ${slots === 0 ? nothing : html`<meter min="0" max=${slots} value=${used} aria-label=${t.slots(used, slots)}></meter>`}
        ${this.group === null ? nothing : this.orders(this.group)}</header>
      ${this.group?.drain ? html`<p class="note warning">${icon('pause')} ${t.drainedBy(this.group.drain.drainedBy, this.group.drain.reason)}
        ${this.group.drain.until ? html`<span class="meta">${t.until} <m-time .at=${this.group.drain.until} relative></m-time></span>` : nothing}</p>` : nothing}
      ${this.workers.length === 0 ? html`<p class="meta">${t.empty}</p>` : this.table(title)}</section>`;
  }

  private orders(group: Group): TemplateResult {
    return group.drain == null
      ? action({ label: t.drainGroup, icon: 'pause', needs: 'Worker.Drain', run: () => void this.follow(drainGroup(group)) })
      : action({ label: t.resumeGroup, icon: 'play', needs: 'Worker.Drain', run: () => void this.follow(resumeGroup(group)) });
  }

  private table(title: string): TemplateResult {
    return html`<div class="table-wrap" tabindex="0"><table aria-label=${title}>
      <thead><tr>${HEADS.map((head) => html`<th scope="col" class=${head === t.used || head === t.lag ? 'number' : ''}>${head}</th>`)}</tr></thead>
      <tbody>${this.workers.map((worker) => html`${instanceRow(worker, this.now, this.open === worker.instanceId, (did) => void this.follow(did))}
        ${this.open === worker.instanceId ? html`<tr class="inside"><td colspan=${HEADS.length}>
          <m-worker-runs instance=${worker.instanceId} heartbeat=${worker.lastSeenAt}></m-worker-runs></td></tr>` : nothing}`)}</tbody>
    </table></div>`;
  }

  private async follow(did: Promise<boolean>): Promise<void> {
    if (await did) {
      this.dispatchEvent(new CustomEvent('changed'));
    }
  }
}
