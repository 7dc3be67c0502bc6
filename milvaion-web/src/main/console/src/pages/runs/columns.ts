import { html, nothing } from 'lit';
import { span } from '../../ground/clock.ts';
import { href } from '../../ground/location.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { stateMark, type State } from '../../parts/state.ts';
import type { Column } from '../../parts/table/column.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

const LATE_MS = 1000; // less is how long it always takes

/** How much later than planned it has begun; 0 if that is not worth saying. */
const lateMs = (run: Run): number => {
  const late = run.startedAt === null ? 0 : Date.parse(run.startedAt) - Date.parse(run.plannedAt);
  return run.attempt === 1 && late >= LATE_MS ? late : 0;
};

const duration = (run: Run) => run.durationMs !== null ? span(run.durationMs)
  : run.state === 'running' && run.startedAt !== null ? html`<span class="meta">${span(Math.max(0, Date.now() - Date.parse(run.startedAt)))}</span>`
  : html`<span class="none">–</span>`;

const message = (run: Run) => {
  const done = run.state === 'running' && run.progress !== null ? html`<progress max="100" .value=${run.progress} aria-label=${t.progress}></progress> ${run.progress} % ` : nothing;
  const said = run.cancelRequestedAt !== null && run.state === 'running' ? t.stopping
    : run.state === 'queued' && run.stage !== null ? t.stages[run.stage as keyof typeof t.stages] ?? run.stage
    : run.progressText ?? (run.retryOf !== null ? t.retry : '');
  return html`${done}${said}`;
};

/** What the list shows of a run; never data, errors or logs. */
export const COLUMNS: readonly Column<Run>[] = [
  { key: 'state', title: t.state, cell: (run) => stateMark(run.state as State) },
  { key: 'job', title: t.job, wide: true, cell: (run) => html`<a href=${href(`/jobs/${run.jobId}`)} tabindex="-1">${run.jobName}</a>` },
  { key: 'planned', title: t.planned, cell: (run) => html`<m-time .at=${run.plannedAt}></m-time>` },
  {
    key: 'started', title: t.started, cell: (run) => html`<m-time .at=${run.startedAt}></m-time>${
      lateMs(run) === 0 ? nothing : html` <span class="late" title=${t.lateHint}>+${span(lateMs(run))}</span>`}`,
  },
  { key: 'duration', title: t.duration, number: true, cell: duration },
  { key: 'attempt', title: t.attempt, number: true, minor: true, cell: (run) => run.attempt },
  { key: 'worker', title: t.worker, minor: true, cell: (run) => run.workerInstance ?? html`<span class="none">–</span>` },
  { key: 'trigger', title: t.trigger, minor: true, cell: (run) => (run.manual ? run.triggeredBy ?? t.manual : t.scheduled) },
  { key: 'message', title: t.message, minor: true, cell: message },
];
