import { html, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import { ask } from '../../parts/dialog.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { isFinal, type State } from '../../parts/state.ts';
import { done, failed } from '../../parts/toast.ts';
import type { Criteria } from './criteria.ts';
import { t } from './words.ts';

type Meant = Omit<Criteria, 'since'>;

export const isOpen = (run: Run): boolean => !isFinal(run.state as State);

/** Whether a run may be run again: it has ended, and not well. */
export const isRetriable = (run: Run): boolean => !isOpen(run) && run.state !== 'completed';

interface Kind { target: 'occurrences' | 'failedOccurrences'; action: 'cancel' | 'replay' }

const CANCEL: Kind = { target: 'occurrences', action: 'cancel' };
const RETRY: Kind = { target: 'failedOccurrences', action: 'replay' };

const operation = ({ target, action }: Kind, meant: Meant) => ({
  target, action, ...Object.keys(meant).length === 0 ? { all: true } : { filter: meant },
});

const begun = (id: string): void => done(t.begun, { link: { href: href(`/operations/${id}`), text: t.follow } });

const sample = (names: readonly string[], total: number): TemplateResult => html`<ul class="sample">${names.map((name) => html`<li>${name}</li>`)}
  ${total > names.length ? html`<li class="meta">${t.andMore(total - names.length)}</li>` : ''}</ul>`;

/** Counts first what would be done, asks, and has the server do it. */
const all = async (kind: Kind, meant: Meant): Promise<void> => {
  const cancels = kind === CANCEL;
  try {
    const would = await api.post('/operations', { body: { ...operation(kind, meant), dryRun: true } }) as { total: number; items: { name: string }[] };
    if (would.total === 0) {
      done(cancels ? t.nothingToCancel : t.nothingToRetry);
      return;
    }
    const verb = cancels ? t.cancelRuns(would.total) : t.retryRuns(would.total);
    await ask({
      title: verb, verb, danger: cancels, reason: true,
      consequence: html`<p>${cancels ? t.cancelConsequence : t.retryConsequence}</p><p class="meta">${t.counted(number(would.total))}</p>${
        sample(would.items.map((item) => item.name), would.total)}`,
      run: async (answers) => {
        const made = await api.post('/operations', { body: { ...operation(kind, meant), reason: String(answers.get('reason')) } });
        begun((made as { id: string }).id);
      },
    });
  } catch (reason) {
    failed(reason);
  }
};

export const cancelAll = (meant: Meant): Promise<void> => all(CANCEL, meant);

export const retryAll = (meant: Meant): Promise<void> => all(RETRY, meant);

/** Cancels those that were ticked, each with its own answer. */
export const cancelTicked = (runs: readonly Run[]): Promise<boolean> => ask({
  title: t.cancelRuns(runs.length), verb: t.cancelRuns(runs.length), danger: true,
  consequence: html`<p>${t.cancelConsequence}</p>${sample(runs.slice(0, 10).map((run) => run.jobName), runs.length)}`,
  run: async () => {
    const made = await api.post('/operations', { body: { target: 'occurrences', action: 'cancel', filter: { ids: runs.map((run) => run.id) } } });
    begun((made as { id: string }).id);
  },
});

export const retryTicked = (runs: readonly Run[]): Promise<boolean> => ask({
  title: t.retryRuns(runs.length), verb: t.retryRuns(runs.length),
  consequence: html`<p>${t.retryConsequence}</p>${sample(runs.slice(0, 10).map((run) => run.jobName), runs.length)}`,
  run: async () => {
    const made = await api.post('/replays', { body: { occurrenceIds: runs.map((run) => run.id) } });
    begun((made as { id: string }).id);
  },
});
