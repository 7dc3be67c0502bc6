import { html, nothing } from 'lit';
import { api } from '../../ground/api.ts';
import { parse, pretty } from '../../ground/json.ts';
import { go, href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { ask } from '../../parts/dialog.ts';
import { done } from '../../parts/toast.ts';
import { t } from './words.ts';

type View = Schemas['OccurrenceView'];

/** What one can do to a run. */
export const cancel = (run: View): Promise<boolean> => ask({
  title: t.cancelTitle(run.jobName), verb: t.cancel, danger: true,
  consequence: run.state === 'running' ? t.cancelRunning(run.workerInstance ?? '') : t.cancelQueued,
  run: async () => {
    const { cancelled } = await api.post('/occurrences/{id}/cancel', { path: { id: run.id } });
    done(cancelled ? t.cancelled : t.asked);
  },
});

/** The data that a retry is given: none means what the run had. */
const dataOf = (answers: FormData, before: string): Record<string, unknown> | undefined => {
  const text = String(answers.get('data') ?? '').trim();
  if (text === '' || text === before.trim()) {
    return undefined;
  }
  const data = parse(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Error(t.noObject);
  }
  return data as Record<string, unknown>;
};

export const retry = async (run: View): Promise<void> => {
  const before = run.data === null || run.data === undefined ? '' : pretty(run.data);
  await ask({
    title: t.retryTitle(run.jobName), verb: t.retry, consequence: t.retryConsequence,
    fields: html`<label class="field"><span>${t.dataOfRetry}</span><textarea class="mono" name="data" rows="6" spellcheck="false" .value=${before}></textarea>
        <span class="hint">${before === '' ? t.dataOfJob : t.dataHint}</span></label>
      <label class="check"><input type="checkbox" name="present">${t.presentDefinition}</label>`,
    run: async (answers) => {
      const data = dataOf(answers, before);
      const made = await api.post('/occurrences/{id}/retry', {
        path: { id: run.id }, body: { ...data === undefined ? {} : { data }, presentDefinition: answers.has('present') },
      });
      done(t.retried, { link: { href: href(`/runs/${run.id}`), text: t.toFailed } });
      go(`/runs/${made.occurrenceId}`);
    },
  });
};

export const addressOf = (run: View): string => new URL(href(`/runs/${run.id}`), document.baseURI).href;

export const curlOf = (run: View): string =>
  `curl -H "Authorization: Bearer $MILVAION_KEY" ${new URL(`api/v1/occurrences/${run.id}`, document.baseURI).href}`;

/** Why it does not move, by the server. */
export const causes = (all: readonly Schemas['Cause'][]) => all.length === 0 ? nothing : html`
  <section class="note warning why" aria-labelledby="why-title"><h2 id="why-title">${t.why}</h2>
    <ul>${all.map((cause) => html`<li>${cause.detail}${cause.since === null ? nothing : html` <span class="meta">${t.since} <m-time .at=${cause.since} relative></m-time></span>`}</li>`)}</ul></section>`;
