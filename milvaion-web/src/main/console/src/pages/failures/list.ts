import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { Live, type LiveEvent } from '../../ground/live.ts';
import { here, href } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { stateMark, type State } from '../../parts/state.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import { criteria, isChosen } from './criteria.ts';
import { replayTicked } from './many.ts';
import { t } from './words.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';

type Failed = Schemas['FailedOccurrence'];

const COLUMNS: readonly Column<Failed>[] = [
  { key: 'job', title: t.job, cell: (run) => run.jobName },
  { key: 'state', title: t.state, cell: (run) => stateMark(run.state as State) },
  { key: 'error', title: t.error, wide: true, cell: (run) => html`<span class="mono">${run.errorGroup}</span>` },
  { key: 'cause', title: t.cause, minor: true, cell: (run) => t.causes[run.cause] ?? run.cause },
  { key: 'attempts', title: t.attempts, number: true, minor: true, cell: (run) => number(run.attemptsMade) },
  { key: 'ended', title: t.ended, cell: (run) => html`<m-time .at=${run.endedAt} relative></m-time>` },
  {
    key: 'note', title: t.note, minor: true,
    cell: (run) => (run.retriedAs === null ? run.note ?? '' : html`<a href=${href(`/runs/${run.retriedAs}`)}>${t.retriedAs}</a>`),
  },
];

/** Failed runs, one by one. */
@customElement('m-failure-list')
export class FailureList extends Part {
  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private newer = 0;
  private shown = '';

  private readonly runs = new Pages<Failed>(this, (after, signal) => {
    const { jobId, group, cause, q, resolved } = criteria();
    return api.get('/failed-occurrences', { query: { after, jobId, group, cause: cause as never, q, resolved }, signal });
  });

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => ['occurrences'], event: (event) => this.hear(event), reread: () => this.read() });
  }

  override willUpdate(): void {
    const wanted = JSON.stringify(criteria());
    if (wanted !== this.shown) {
      this.shown = wanted;
      this.ticked = new Set();
      this.read();
    }
  }

  override render() {
    return html`${this.ticked.size === 0 ? nothing : html`<p class="filters" role="status">${t.selected(this.ticked.size)}
        ${action({ label: t.replayMany(this.ticked.size), icon: 'retry', needs: 'Failure.Replay', run: () => void this.replay() })}</p>`}
      ${this.newer === 0 ? nothing : html`<p class="live-news">${action({ label: t.newer(this.newer), icon: 'up', run: () => this.read() })}</p>`}
      ${block(this.runs.rows, {
        lines: 12,
        empty: { when: (runs) => runs.length === 0, say: () => emptiness(isChosen() ? t.noneFits : t.noneYet) },
        ok: (runs) => html`<m-table label=${t.title} selectable .rows=${runs} .columns=${COLUMNS} .keyOf=${(run: Failed) => run.occurrenceId}
          .hrefOf=${(run: Failed) => href(`/runs/${run.occurrenceId}`)} .selected=${this.ticked} ?unfinished=${this.runs.unfinished}
          @more=${() => void this.runs.more()} @select=${(event: CustomEvent<ReadonlySet<string>>) => { this.ticked = event.detail; }}></m-table>`,
      })}`;
  }

  private hear(event: LiveEvent): void {
    if (event.type.startsWith('failures.')) {
      this.read();
    } else if (event.type === 'occurrence.failed' || event.type === 'occurrence.timedOut') {
      this.newer++;
    }
  }

  private read(): void {
    this.newer = 0;
    void this.runs.load();
  }

  private async replay(): Promise<void> {
    if (await replayTicked([...this.ticked])) {
      this.ticked = new Set();
      this.read();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-failure-list': FailureList }
}
