import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { isFinal, stateMark, type State } from '../../parts/state.ts';
import '../../parts/time.ts';
import { steps, type Step } from './moments.ts';
import { t } from './words.ts';

const QUICK_MS = 50; // less is not worth a word

const gapOf = ({ gap }: Step): TemplateResult | typeof nothing => gap === null || gap.ms < QUICK_MS && !gap.goesOn
  ? nothing
  : html`<span class="gap ${gap.goesOn ? 'goes-on' : ''}">${(gap.goesOn ? t.goesOn : t.gaps)[gap.why](span(gap.ms))}</span>`;

/** The way of a run: its moments in a line, with the time between them named. */
export const way = (run: Run): TemplateResult => {
  const all = steps(run);
  return html`<ol class="way" aria-label=${t.way}>${all.map((step, index) => html`
    <li class="${step.at === null ? 'to-come' : ''} ${all[index + 1]?.gap?.goesOn ? 'here' : ''}" aria-current=${all[index + 1]?.gap?.goesOn ? 'step' : nothing}>
      <span class="moment">${step.moment === 'ended' && isFinal(run.state as State) ? stateMark(run.state as State) : t.moments[step.moment]}</span>
      <span class="meta">${step.at === null ? '–' : html`<m-time .at=${step.at}></m-time>`}</span>
      ${index + 1 < all.length ? gapOf(all[index + 1]!) : nothing}</li>`)}</ol>`;
};
