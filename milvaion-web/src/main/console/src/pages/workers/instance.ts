import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { change } from '../../ground/location.ts';
import { action } from '../../parts/action.ts';
import { icon, type Icon } from '../../parts/icon.ts';
import { ageOf, GONE_S, LATE_S, typesOf, type Worker } from './fleet.ts';
import { drainWorker, removeWorker, resumeWorker } from './orders.ts';
import { t } from './words.ts';

const MOST_TYPES = 3;
const SECONDS_TO = 120; // then minutes say more

const LOOKS: Record<Worker['state'], { sign: Icon; colour: string }> = {
  active: { sign: 'completed', colour: 'completed' },
  draining: { sign: 'waiting', colour: 'waiting' },
  drained: { sign: 'pause', colour: 'queued' },
  stale: { sign: 'unknown', colour: 'failed' },
};

/** The line of an instance. `after` is given what was begun. */
export const instanceRow = (worker: Worker, now: number, isOpen: boolean, after: (did: Promise<boolean>) => void): TemplateResult => html`
  <tr data-worker=${worker.instanceId}>
    <td><button type="button" class="link mono" aria-expanded=${isOpen} title=${isOpen ? t.hide : t.show}
      @click=${() => change({ worker: isOpen ? null : worker.instanceId })}>${icon(isOpen ? 'down' : 'right')} ${worker.instanceId}</button>
      ${worker.host ? html`<span class="meta host">${worker.host}</span>` : nothing}</td>
    <td>${stateOf(worker)}${hints(worker)}</td>
    <td class="number">${worker.runningJobs} / ${worker.maxParallelJobs}</td>
    <td>${heartbeat(worker, now)}</td>
    <td class="number">${worker.lagMs == null ? '–' : span(worker.lagMs)}</td>
    <td>${worker.version ?? '–'}</td>
    <td>${types(worker)}</td>
    <td>${orders(worker, after)}</td>
  </tr>`;

const stateOf = (worker: Worker): TemplateResult => {
  const { sign, colour } = LOOKS[worker.state];
  return html`<span class="state" data-state=${colour}>${icon(sign)} ${t.states[worker.state]}</span>`;
};

const hints = (worker: Worker): TemplateResult => html`
  ${worker.stopping && worker.alive ? html`<span class="tag">${t.stopping}</span>` : nothing}
  ${worker.drain == null ? nothing : html`<span class="meta" title=${t.drainedBy(worker.drain.drainedBy, worker.drain.reason)}>${
    worker.drain.instanceId == null ? t.ofGroup : t.drainedBy(worker.drain.drainedBy, worker.drain.reason)}${
    worker.drain.until == null ? nothing : html` · ${t.until} <m-time .at=${worker.drain.until}></m-time>`}</span>`}
  ${worker.drain != null && !worker.knowsDrain && worker.alive ? html`<span class="hint-line">${icon('info')} ${t.cannot}</span>` : nothing}
  ${worker.refusing == null ? nothing : html`<span class="hint-line">${icon('failures')} ${t.refuses(worker.refusing)}</span>`}
  ${worker.abandonedJobs === 0 ? nothing : html`<span class="hint-line">${icon('failures')} ${t.abandoned(worker.abandonedJobs)}</span>`}`;

const heartbeat = (worker: Worker, now: number): TemplateResult => {
  const age = ageOf(worker, now);
  const grade = age >= GONE_S ? 'gone' : age >= LATE_S ? 'late' : 'good';
  return html`<time class="heartbeat" data-grade=${grade} datetime=${worker.lastSeenAt}>${
    grade === 'good' ? nothing : icon(grade === 'gone' ? 'failed' : 'clock')} ${age < SECONDS_TO ? t.seconds(age) : span(age * 1000)}</time>`;
};

const types = (worker: Worker): TemplateResult => {
  const all = typesOf(worker);
  return html`<span class="types" title=${all.join(', ')}>${all.slice(0, MOST_TYPES).map((type) => html`<span class="tag">${type}</span> `)}${
    all.length > MOST_TYPES ? html`<span class="meta">${t.more(all.length - MOST_TYPES)}</span>` : nothing}</span>`;
};

const orders = (worker: Worker, after: (did: Promise<boolean>) => void): TemplateResult => {
  if (worker.state === 'stale') {
    return action({ label: t.remove, icon: 'trash', needs: 'Worker.Drain', run: () => after(removeWorker(worker)) });
  }
  if (worker.drain == null) {
    return action({ label: t.drain, icon: 'pause', needs: 'Worker.Drain', run: () => after(drainWorker(worker)) });
  }
  const ofGroup = worker.drain.instanceId == null;
  return action({
    label: t.resume, icon: 'play', needs: 'Worker.Drain', disabled: ofGroup, run: () => after(resumeWorker(worker)),
    ...ofGroup && { hint: t.resumeFirst },
  });
};
