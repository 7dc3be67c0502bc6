import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { previewOf, timingOfJob } from '../job-form/preview.ts';
import { t } from './words.ts';

type Job = Schemas['Job'];

/** The offset of a zone at an instant, whatever zone the viewer has chosen. */
const offsetIn = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(at)).find((part) => part.type === 'timeZoneName')!.value;

/** When a job runs next. Where clocks have changed since the run before, it says so. */
@customElement('m-next-runs')
export class NextRuns extends Part {
  @property({ attribute: false }) job!: Job;

  private readonly preview = new Resource(this, (signal) => previewOf({
    ...timingOfJob(this.job),
    ...this.job.nextRunAt !== null && Date.parse(this.job.nextRunAt) > Date.now() && { from: this.job.nextRunAt },
  }, signal));

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('job') as Job | undefined;
    if (changed.has('job') && this.isForetold() && (before?.nextRunAt !== this.job.nextRunAt || before?.version !== this.job.version)) {
      void this.preview.load();
    }
  }

  override render() {
    const { job } = this;
    if (!this.isForetold()) {
      return job.nextRunAt === null ? html`<p class="none">${job.schedule === 'none' ? t.noSchedule : t.noNext}</p>`
        : html`<m-time .at=${job.nextRunAt} .jobZone=${job.timeZone} relative zoned></m-time>${job.schedule === 'delay' ? html`<p class="meta">${t.afterEach}</p>` : nothing}`;
    }
    return block(this.preview, {
      lines: 10,
      ok: ({ runs, warnings, zoneRules }) => html`${job.active ? nothing : html`<p class="meta">${t.notPlanned}</p>`}
        <ol class="next-runs">${runs.map((at, index) => html`<li><m-time .at=${at} .jobZone=${job.timeZone} relative zoned></m-time>${this.change(at, runs[index - 1])}</li>`)}</ol>
        ${(job.timeZone === 'UTC' ? [] : warnings).map((warning) => html`<p class="note warning" lang="en">${warning}</p>`)}
        ${job.timeZone === 'UTC' ? nothing : html`<p class="meta">${t.zoneRules(zoneRules)}</p>`}`,
    });
  }

  /** What follows a run's end is known when it has ended, and one instant is known without asking. */
  private isForetold(): boolean {
    return this.job.schedule === 'cron' || this.job.schedule === 'every' || this.job.schedule === 'rrule';
  }

  private change(at: string, before: string | undefined) {
    const now = offsetIn(this.job.timeZone, at);
    const then = before === undefined ? now : offsetIn(this.job.timeZone, before);
    return now === then ? nothing : html` <span class="clock-change" title=${t.clockChangeHint(then, now)}>${icon('clock')} ${t.clockChange(this.job.timeZone)}, ${now}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-next-runs': NextRuns }
}
