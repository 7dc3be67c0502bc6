import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live, type LiveEvent } from '../../ground/live.ts';
import { go, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { can } from '../../ground/session.ts';
import { Soon } from '../../ground/soon.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { jobMark } from '../../parts/job-mark.ts';
import { Letters } from '../../parts/letters.ts';
import '../../parts/menu.ts';
import { Part } from '../../parts/part.ts';
import { tabOf, tabs } from '../../parts/tabs.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { copyCurl, copyYaml, pauseOrActivate, remove, trigger } from './actions.ts';
import { LastRuns } from './last-runs.ts';
import './missed.ts';
import { overview } from './overview.ts';
import './runs.ts';
import './statistics/statistics.ts';
import './versions.ts';
import './why.ts';
import { t } from './words.ts';

type Job = Schemas['Job'];

const PAUSE_MS = 1500;

const TABS = (['overview', 'runs', 'statistics', 'versions', 'missed'] as const)
  .map((name) => ({ name, label: t.tab[name], needs: name === 'overview' || name === 'versions' ? null : 'Occurrence.Read' as const }));

/** One job: how it stands, what keeps it, what it did and what it was. */
@customElement('m-job')
export class JobPage extends Part {
  @property({ attribute: 'id' }) jobId = '';
  @state() private moment = 0;

  private readonly job = new Resource<Job>(this, (signal) => api.get('/jobs/{id}', { path: { id: this.jobId }, signal }));
  private readonly last = new LastRuns(this, () => this.jobId);
  private readonly again = new Soon(this, PAUSE_MS, () => {
    this.moment++;
    void this.job.load();
  });

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => [`job:${this.jobId}`, 'system'], event: (event) => this.receive(event), reread: () => this.read() });
    new Letters(this, {
      e: () => can('Job.Write') && this.job.value !== undefined && go(`/jobs/${this.jobId}/edit`),
      t: () => can('Job.Trigger') && this.job.value !== undefined && void trigger(this.job.value),
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId') && this.jobId !== '') {
      this.job.forget();
      this.last.forget();
      this.read();
    }
  }

  override render() {
    if (this.job.error?.status === 404) {
      return html`<header class="page-head"><p class="crumbs meta"><a href=${href('/jobs')}>${t.jobs}</a></p><h1>${t.gone}</h1></header>
        ${emptiness(t.goneHint)}<h2>${t.tab.versions}</h2><m-job-versions .job=${this.jobId}></m-job-versions>`;
    }
    const shown = TABS.filter((tab) => tab.needs === null || can(tab.needs));
    return html`${this.head(this.job.value)}${block(this.job, {
      lines: 10,
      ok: (job) => html`<m-job-why .job=${job.id} .moment=${this.moment}></m-job-why>${tabs(shown, t.tabs)}${this.tab(tabOf(shown), job)}`,
    })}`;
  }

  private head(job: Job | undefined): TemplateResult {
    return html`<header class="page-head"><p class="crumbs meta"><a href=${href('/jobs')}>${t.jobs}</a></p>
      <h1>${job?.displayName ?? t.job}</h1>
      ${job === undefined ? nothing : html`${action({ label: t.why, icon: 'info', kind: 'quiet', run: () => this.querySelector('m-job-why')?.ask() })}
        ${action({ label: job.active ? t.pause : t.activate, icon: job.active ? 'pause' : 'play', needs: 'Job.Write', run: () => void pauseOrActivate(job).catch(failed) })}
        <a class="button" href=${href(`/jobs/${job.id}/edit`)}>${t.edit}</a>
        <m-menu label=${t.more} icon="more" .body=${this.more(job)}></m-menu>
        ${action({ label: t.trigger, icon: 'play', kind: 'primary', needs: 'Job.Trigger', run: () => void trigger(job) })}
        <p class="how">${jobMark(job)}<span>${job.nextRunAt === null ? t.noNext : html`${t.next} <m-time .at=${job.nextRunAt} .jobZone=${job.timeZone} relative zoned></m-time>`}</span>
          ${job.disabledAt === null ? nothing : html`<span>${t.disabled} <m-time .at=${job.disabledAt} relative></m-time>${
            job.enablesAgainAt === null ? nothing : html`. ${t.again}: <m-time .at=${job.enablesAgainAt} relative></m-time>`}</span>`}</p>`}</header>`;
  }

  private more(job: Job): TemplateResult {
    return html`<a class="button" href=${href('/jobs/new', { from: job.id })}>${t.clone}</a>
      ${action({ label: t.copyYaml, icon: 'copy', run: () => void copyYaml(job).catch(failed) })}
      ${action({ label: t.copyCurl, icon: 'copy', run: () => void copyCurl(job).catch(failed) })}
      ${action({ label: t.delete, icon: 'trash', kind: 'danger', needs: 'Job.Write', run: () => void remove(job) })}`;
  }

  private tab(name: string, job: Job): TemplateResult {
    switch (name) {
      case 'runs': return html`<m-job-runs .job=${job.id} .zone=${job.timeZone}></m-job-runs>`;
      case 'statistics': return html`<m-job-statistics .jobId=${job.id} .jobZone=${job.timeZone}></m-job-statistics>`;
      case 'versions': return html`<m-job-versions .job=${job.id} .present=${job.version}></m-job-versions>`;
      case 'missed': return html`<m-job-missed .job=${job.id} .zone=${job.timeZone}></m-job-missed>`;
      default: return overview(job, this.last.runs);
    }
  }

  private read(): void {
    this.moment++;
    void this.job.load();
    void this.last.load();
  }

  /** Events come in bursts: what they change is read once for all of them. */
  private receive(event: LiveEvent): void {
    this.last.receive(event);
    const concerns = event.type.startsWith('job.') || event.type === 'occurrence.queued' || event.type === 'occurrence.skipped' || event.type.startsWith('dispatching.');
    if (concerns) {
      this.again.ask();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job': JobPage }
}
