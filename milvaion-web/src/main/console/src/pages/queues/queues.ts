import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { span } from '../../ground/clock.ts';
import { number } from '../../ground/language.ts';
import { Live } from '../../ground/live.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { can } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { Again, asOf } from '../../parts/again.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import './planner.ts';
import { rate } from './rate.ts';
import { nodeQueues, runQueues } from './tables.ts';
import { verdictOf, waitingIn } from './verdict.ts';
import { t } from './words.ts';

type List = Schemas['QueueList'];

@customElement('m-queues')
export class Queues extends Part {
  private readonly list = new Resource(this, (signal) => api.get('/admin/queues', { signal }));
  private readonly capacity = new Resource(this, (signal) =>
    (can('System.Read') ? api.get('/admin/capacity', { signal }) : Promise.resolve({ at: '', types: [] })));

  constructor() {
    super();
    new Live(this, { channels: () => [], reread: () => this.read() });
    new Again(this, () => this.read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1>${asOf(this.list)}</header>
      ${block(this.list, { lines: 10, ok: (list) => this.shown(list) })}
      <m-planner .types=${this.capacity.value?.types ?? []}></m-planner>`;
  }

  private shown(list: List): TemplateResult {
    const runs = list.queues.filter((queue) => queue.kind === 'runs');
    return html`${sentence(list)}${tiles(list, runs)}
      <h2>${t.runs}</h2>
      ${runs.length === 0 ? html`<p class="empty">${t.none}</p>` : runQueues(runs)}
      <p class="meta">${t.hintHeld}</p>
      <h2>${t.node}</h2>
      ${nodeQueues(list.queues.filter((queue) => queue.kind !== 'runs'))}
      <p class="meta">${t.nodeHint}</p>`;
  }

  private read(): void {
    void this.list.load();
    void this.capacity.load();
  }
}

const sentence = (list: List): TemplateResult => {
  const verdict = verdictOf(list);
  const kind = { broker: 'failure', noWorker: 'failure', growing: 'warning', slow: 'warning', fine: 'good' }[verdict.kind];
  return html`<p class="note ${kind} verdict">${icon(kind === 'good' ? 'check' : 'failures')} <span>${saying(verdict)}</span></p>`;
};

const saying = (verdict: ReturnType<typeof verdictOf>): string => {
  if (verdict.kind === 'broker' || verdict.kind === 'fine') {
    return t.verdict[verdict.kind];
  }
  const { queue } = verdict;
  const type = queue.workerGroup === null ? queue.jobType ?? '' : `${queue.jobType} (${t.group(queue.workerGroup)})`;
  const waiting = waitingIn(queue);
  return verdict.kind === 'noWorker' ? t.verdict.noWorker(type, waiting)
    : verdict.kind === 'slow' ? t.verdict.slow(type, span(queue.oldestAgeMs ?? 0))
      : t.verdict.growing(type, waiting, rate(queue.publishedPerSecond ?? 0), rate(queue.startedPerSecond ?? 0));
};

const sum = (numbers: (number | null)[]): number => numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

const tiles = (list: List, runs: List['queues']): TemplateResult => {
  const oldest = Math.max(-1, ...runs.map((queue) => queue.oldestAgeMs ?? -1));
  return html`<div class="tiles">
    <div class="tile"><span class="meta">${t.tiles.waiting}</span><b>${list.brokerAnswers ? number(sum(runs.map((queue) => queue.ready))) : t.notCounted}</b></div>
    <div class="tile"><span class="meta">${t.tiles.oldest}</span><b>${oldest < 0 ? '–' : span(oldest)}</b></div>
    <div class="tile"><span class="meta">${t.tiles.comes}</span><b>${rate(sum(runs.map((queue) => queue.publishedPerSecond)))}</b></div>
    <div class="tile"><span class="meta">${t.tiles.goes}</span><b>${rate(sum(runs.map((queue) => queue.startedPerSecond)))}</b></div>
    <a class="tile" href=${href('/runs', { state: ['queued', 'running'] })}><span class="meta">${t.tiles.open}</span><b>${list.openRuns === null ? t.notCounted : number(list.openRuns)}</b></a>
    <a class="tile" href=${href('/dead-letters')}><span class="meta">${t.tiles.letters}</span><b>${t.letters(list.deadLetters)}</b></a>
  </div>`;
};
