import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import type { Run } from '../../parts/runs/newer.ts';
import { isFinal, stateMark, type State } from '../../parts/state.ts';
import '../../parts/time.ts';
import { steps, type Step } from './moments.ts';
import { t } from './words.ts';

const QUICK_MS = 50; // less is not worth a word

const gapOf = ({ gap }: Step, next: boolean): TemplateResult | typeof nothing => gap === null || gap.ms < QUICK_MS && !gap.goesOn
  ? nothing
  : html`<span class="gap ${gap.goesOn ? 'goes-on' : ''} ${next ? 'next' : ''}">${(gap.goesOn ? t.goesOn : t.gaps)[gap.why](span(gap.ms))}</span>`;

/** The way of a run: its moments in a line, with the time between them named. */
export const way = (run: Run): TemplateResult => {
  const all = steps(run);
  return html`<ol class="way" aria-label=${t.way}>${all.map((step) => html`
    <li class=${step.at === null ? 'to-come' : ''} aria-current=${step.gap?.goesOn ? 'step' : nothing}>
      ${gapOf(step, step.at === null)}
      <span class="moment">${step.moment === 'ended' && isFinal(run.state as State) ? stateMark(run.state as State) : t.moments[step.moment]}</span>
      <span class="meta">${step.at === null ? '–' : html`<m-time .at=${step.at}></m-time>`}</span></li>`)}</ol>`;
};
