import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { change, here, href } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { Pages } from '../../parts/table/pages.ts';
import { criteria, isChosen } from './criteria.ts';
import { replayAll, resolveAll } from './many.ts';
import { t } from './words.ts';
import '../../parts/time.ts';

type Group = Schemas['FailureGroup'];

/** Failures with one error are one thing to look at, however many runs it has cost. */
@customElement('m-failure-groups')
export class FailureGroups extends Part {
  private readonly groups = new Pages<Group>(this, (after, signal) => {
    const { q, resolved } = criteria();
    return api.get('/failed-occurrences/groups', { query: { after, q, resolved }, signal });
  });

  private shown = '';

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, {
      channels: () => ['occurrences'],
      event: (event) => {
        if (event.type.startsWith('failures.')) {
          void this.groups.load();
        }
      },
      reread: () => void this.groups.load(),
    });
  }

  override willUpdate(): void {
    const wanted = JSON.stringify(criteria());
    if (wanted !== this.shown) {
      this.shown = wanted;
      void this.groups.load();
    }
  }

  override render() {
    return block(this.groups.rows, {
      lines: 8,
      empty: { when: (groups) => groups.length === 0, say: () => emptiness(isChosen() ? t.noneFits : t.noneYet) },
      ok: (groups) => html`<ul class="groups">${groups.map((group) => this.group(group))}</ul>${this.groups.unfinished
        ? html`<p class="live-news">${action({ label: '…', run: () => void this.groups.more() })}</p>` : nothing}`,
    });
  }

  private group(group: Group): TemplateResult {
    const only = { ...criteria(), group: group.group };
    const [first, ...more] = (group.sampleError ?? group.errorGroup).split('\n');
    return html`<li class="card group">
      <div class="group-head"><h3 class="mono">${first}</h3>
        <span class="number" title=${t.count}><b>${number(group.unresolved)}</b> <span class="meta">/ ${number(group.count)}</span></span></div>
      <p class="meta">${t.first} <m-time .at=${group.firstSeenAt} relative></m-time> · ${t.last} <m-time .at=${group.lastSeenAt} relative></m-time></p>
      <p>${group.jobs.slice(0, 5).map((job) => html`<a class="tag" title=${t.changed} href=${href(`/jobs/${job.id}`, { tab: 'versions' })}>${job.displayName}</a> `)}</p>
      ${more.length === 0 ? nothing : html`<details><summary>${t.sample}</summary><pre class="code">${group.sampleError}</pre></details>`}
      <p class="buttons">
        ${action({ label: t.showRuns(group.count), icon: 'filter', run: () => change({ tab: 'list', group: group.group, error: first!.slice(0, 60) }) })}
        ${action({ label: t.replayAll, icon: 'retry', needs: 'Failure.Replay', run: () => void replayAll(only) })}
        ${action({ label: t.resolveAll, icon: 'check', needs: 'Failure.Write', run: () => void resolveAll(only) })}
      </p></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-failure-groups': FailureGroups }
}
