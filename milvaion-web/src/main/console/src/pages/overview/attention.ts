import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { icon, type Icon } from '../../parts/icon.ts';
import '../../parts/time.ts';
import { t } from './words.ts';

type Item = Schemas['AttentionItem'];
type Severity = Schemas['Severity'];

const SIGNS: Record<Severity, Icon> = { critical: 'failed', warning: 'failures', info: 'info' };

/** Where one goes about it. */
const whereTo = ({ code, subject }: Item): string => {
  switch (code) {
    case 'dispatchingStopped': return href('/maintenance');
    case 'noWorker': case 'workerSilent': case 'workerRefusing': case 'refusedWorkers': return href('/workers');
    case 'queueOld': return href('/queues');
    case 'deadLetters': return href('/dead-letters');
    case 'missedRuns': case 'lateRuns': case 'overlappedRuns': return href('/missed');
    case 'jobDisabled': case 'jobOverdue': case 'jobFailing': case 'noNextRun': return href(`/jobs/${subject.id}`);
    default: return href('/cluster');
  }
};

/** The word of the code, and of one that a newer node knows its English sentence. */
const sentence = ({ code, subject, count, text }: Item): string =>
  t.items[code]?.(subject.name ?? '', count) ?? text;

const line = (item: Item): TemplateResult => html`<li class="finding" data-severity=${item.severity}>
  <span class="finding-sign">${icon(SIGNS[item.severity])}<span class="unseen">${t.severity[item.severity]}: </span></span>
  <div class="finding-text"><strong>${sentence(item)}</strong>
    <p class="meta">${item.text}${item.since ? html` <m-time .at=${item.since} relative></m-time>` : nothing}</p></div>
  <a class="button" href=${whereTo(item)}>${t.actions[item.code] ?? item.action}</a></li>`;

/** How many of a code are not listed. */
const more = ({ findings, totals }: Schemas['AttentionList']): number =>
  totals.reduce((sum, { total }) => sum + total, 0) - findings.length;

/** What is wrong right now, the gravest first. */
export const attention = (list: Schemas['AttentionList']): TemplateResult => list.findings.length === 0
  ? html`<p class="note good">${icon('completed')} ${t.allWell}</p>`
  : html`<ul class="findings">${list.findings.map(line)}</ul>${more(list) > 0 ? html`<p class="meta">${t.more(more(list))}</p>` : nothing}`;
