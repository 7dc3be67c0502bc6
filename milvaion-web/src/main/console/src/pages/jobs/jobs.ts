import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live } from '../../ground/live.ts';
import { change, here, href } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Job = Schemas['JobList']['items'][number];

const COLUMNS: readonly Column<Job>[] = [
  { key: 'name', title: t.name, wide: true, sort: 'displayName', cell: (job) => job.displayName },
  { key: 'type', title: t.type, cell: (job) => job.jobType },
  { key: 'next', title: t.next, cell: (job) => html`<m-time .at=${job.nextRunAt} .jobZone=${job.timeZone} relative></m-time>` },
];

@customElement('m-jobs')
export class Jobs extends Part {
  private readonly jobs = new Pages<Job>(this, (after, signal) =>
    api.get('/jobs', { query: { after, q: here.value.query.get('q') ?? undefined, sort: (here.value.query.get('sort') ?? undefined) as never }, signal }));

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => ['jobs'], event: () => void this.jobs.load(), reread: () => void this.jobs.load() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.jobs.load();
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${block(this.jobs.rows, {
        lines: 12,
        empty: { when: (jobs) => jobs.length === 0, say: () => emptiness(t.none) },
        ok: (jobs) => html`<m-table label=${t.title} .rows=${jobs} .columns=${COLUMNS} .keyOf=${(job: Job) => job.id}
          .hrefOf=${(job: Job) => href(`/jobs/${job.id}`)} ?unfinished=${this.jobs.unfinished} sorted=${here.value.query.get('sort') ?? ''}
          @sort=${(event: CustomEvent<string>) => { change({ sort: event.detail }); void this.jobs.load(); }} @more=${() => void this.jobs.more()}></m-table>`,
      })}`;
  }
}
