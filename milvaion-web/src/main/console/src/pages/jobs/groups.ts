import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { asked, criteria, grouping, type Grouping } from './view.ts';
import { t } from './words.ts';

type Group = Schemas['JobGroup'];

const MOST = 200;

const columns = (by: Grouping): Column<Group>[] => [
  { key: 'value', title: t.by[by], wide: true, cell: (group) => group.value ?? html`<span class="none">${t.withoutValue[by]}</span>` },
  { key: 'jobs', title: t.jobs, number: true, cell: (group) => number(group.jobs) },
  { key: 'active', title: t.ofThemActive, number: true, cell: (group) => number(group.active) },
];

/** How many jobs there are of each tag, type or worker group; each leads to its jobs. */
@customElement('m-job-groups')
export class JobGroups extends Part {
  private readonly groups = new Resource<Group[]>(this, async (signal) =>
    (await api.get('/jobs/groups', { query: { ...criteria(), by: grouping() ?? 'tag' } as never, signal })).items);
  private shownFor = '';

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => ['jobs'], reread: () => void this.groups.load() });
  }

  override willUpdate(): void {
    if (grouping() !== null && asked() !== this.shownFor) {
      this.shownFor = asked();
      void this.groups.load();
    }
  }

  override render() {
    const by = grouping() ?? 'tag';
    return block(this.groups, {
      empty: { when: (groups) => groups.length === 0, say: () => emptiness(t.nothing) },
      ok: (groups) => html`<m-table label=${t.by[by]} .rows=${groups} .columns=${columns(by)} .keyOf=${(group: Group) => group.value ?? ''}
          .hrefOf=${(group: Group) => (group.value === null ? href('/jobs', criteria()) : href('/jobs', { ...criteria(), [by]: group.value }))}></m-table>
        ${groups.length === MOST ? html`<p class="meta">${t.firstGroups}</p>` : ''}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-groups': JobGroups }
}
