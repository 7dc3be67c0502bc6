import { html } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { stateMark, type State } from '../../parts/state.ts';
import type { Column } from '../../parts/table/column.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

/** The same as the bars say. */
export const COLUMNS: readonly Column<Run>[] = [
  { key: 'state', title: t.state, cell: (run) => stateMark(run.state as State) },
  { key: 'job', title: t.by.job, wide: true, cell: (run) => run.jobName },
  { key: 'planned', title: t.planned, cell: (run) => html`<m-time .at=${run.plannedAt}></m-time>` },
  { key: 'started', title: t.started, cell: (run) => html`<m-time .at=${run.startedAt}></m-time>` },
  { key: 'ended', title: t.ended, cell: (run) => html`<m-time .at=${run.endedAt}></m-time>` },
  { key: 'duration', title: t.duration, number: true, cell: (run) => (run.durationMs === null ? '–' : span(run.durationMs)) },
  { key: 'worker', title: t.by.worker, minor: true, cell: (run) => run.workerInstance ?? '–' },
];
