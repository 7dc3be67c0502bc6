import { html, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { here } from '../../ground/location.ts';
import { jobMark } from '../../parts/job-mark.ts';
import { stateMark } from '../../parts/state.ts';
import { strip } from '../../parts/strip.ts';
import type { Column } from '../../parts/table/column.ts';
import type { Row } from './row.ts';
import { t } from './words.ts';

const none = html`<span class="none">–</span>`;

const at = (instant: string | null, row: Row, relative = false): TemplateResult =>
  html`<m-time .at=${instant} .jobZone=${row.job.timeZone} ?relative=${relative}></m-time>`;

const text = (job: Row['job']): string | null => job.cronExpression ?? job.every ?? job.delay ?? job.rrule;

/** The sentence of the server is English in every language of the page. */
export const schedule = (job: Row['job']): TemplateResult => {
  switch (job.schedule) {
    case 'none': return html`<span class="none">${t.onTrigger}</span>`;
    case 'once': return html`${t.once}, <m-time .at=${job.executeAt} .jobZone=${job.timeZone}></m-time>`;
    default: return html`<span lang="en" title=${`${text(job)} ${job.timeZone}`}>${job.scheduleText ?? text(job)}</span>`;
  }
};

const last = ({ runs }: Row): TemplateResult => {
  const run = runs?.[0];
  return run === undefined ? none : html`<a href="#/runs/${run.id}" tabindex="-1">${stateMark(run.state)}</a>`;
};

const p95 = ({ p95Ms }: Row): TemplateResult => (p95Ms == null ? none : html`<span title=${t.p95Hint}>${span(p95Ms)}</span>`);

const ALL: readonly Column<Row>[] = [
  { key: 'name', title: t.column.name, wide: true, sort: 'displayName', cell: ({ job }) => html`<span data-job=${job.id} title=${job.displayName}>${job.displayName}</span>` },
  { key: 'state', title: t.column.state, cell: (row) => (row.gone ? html`<span class="none">${t.deleted}</span>` : jobMark(row.job)) },
  { key: 'type', title: t.column.type, minor: true, cell: ({ job }) => job.jobType },
  { key: 'group', title: t.column.group, minor: true, cell: ({ job }) => job.workerGroup ?? html`<span class="none">${t.anyGroup}</span>` },
  { key: 'schedule', title: t.column.schedule, minor: true, cell: ({ job }) => html`<span class="schedule">${schedule(job)}</span>` },
  { key: 'next', title: t.column.next, sort: 'nextRunAt', cell: (row) => at(row.job.nextRunAt, row, true) },
  { key: 'last', title: t.column.last, cell: last },
  { key: 'runs', title: t.column.runs, minor: true, cell: ({ runs }) => (runs === undefined ? '' : strip(runs)) },
  { key: 'p95', title: t.column.p95, number: true, minor: true, cell: p95 },
  { key: 'tags', title: t.column.tags, minor: true, cell: ({ job }) => html`<span class="tags" title=${job.tags.join(', ')}>${job.tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>` },
  { key: 'updated', title: t.column.updated, minor: true, sort: 'updatedAt', cell: (row) => at(row.job.updatedAt, row) },
  { key: 'created', title: t.column.created, minor: true, sort: 'createdAt', cell: (row) => at(row.job.createdAt, row) },
];

const STANDARD: readonly string[] = ['name', 'state', 'type', 'schedule', 'next', 'last', 'runs', 'p95', 'tags'];

/** Columns that can be chosen, without the name, which is always there. */
export const choices = ALL.slice(1);

const chosenKeys = (): readonly string[] => here.value.query.get('cols')?.split(',') ?? STANDARD;

/** Columns in the address, the standard ones if it names none. */
export const columns = (): readonly Column<Row>[] => {
  const keys = chosenKeys();
  return ALL.filter((column, index) => index === 0 || keys.includes(column.key));
};

/** What the address says of the columns when one is taken or left. */
export const toggled = (key: string): string | null => {
  const keys = chosenKeys();
  const next = ALL.map((column) => column.key).filter((one) => (one === key ? !keys.includes(one) : keys.includes(one)) || one === 'name');
  return next.join() === STANDARD.join() ? null : next.join();
};

/** What the server sorts by, in words. */
export const sortName = (sort: string): string =>
  `${ALL.find((column) => column.sort === sort.replace('-', ''))?.title ?? sort}${sort.startsWith('-') ? ' ↓' : ' ↑'}`;
