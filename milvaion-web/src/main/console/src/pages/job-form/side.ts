import { html, nothing, type TemplateResult } from 'lit';
import { action } from '../../parts/action.ts';
import { icon } from '../../parts/icon.ts';
import type { Consequence } from './consequences.ts';
import { s } from './words-schedule.ts';
import { t } from './words.ts';

interface Side {
  consequences: readonly Consequence[];
  misfires: readonly (Consequence & { chosen: boolean })[];
  /** How the check of what is filled in stands. */
  check: { text: string; state: 'good' | 'warning' | 'plain' };
  isNew: boolean;
  hasDraft: boolean;
  busy: boolean;
  save: (andRun: boolean) => void;
  discard: () => void;
}

const line = (one: Consequence): TemplateResult =>
  html`<li class=${one.warns ? 'warns' : nothing}>${icon(one.warns ? 'failures' : 'info')}<span lang=${one.foretold ? 'en' : nothing}>${one.text}</span></li>`;

/** What follows of what is filled in, and the buttons that save it. */
export const side = (of: Side): TemplateResult => html`<aside class="card job-form-side" aria-labelledby="form-follows">
  <h2 id="form-follows">${s.follows}</h2>
  <ul class="consequences">${of.consequences.map(line)}</ul>
  ${of.misfires.length === 0 ? nothing : html`<h3>${s.standstill}</h3>
    <ul class="consequences">${of.misfires.map((one) => html`<li class=${one.chosen ? 'chosen' : 'other'}>${icon(one.chosen ? 'check' : 'right')}<span>${one.text}</span></li>`)}</ul>`}
  <p class="note ${of.check.state === 'plain' ? '' : of.check.state}" role="status" id="form-check">${of.check.text}</p>
  ${of.hasDraft ? html`<p class="meta">${t.unsaved} <button type="button" class="link" id="discard" @click=${of.discard}>${t.discard}</button></p>` : nothing}
  <div class="buttons">
    ${action({ label: t.saveAndRun, icon: 'play', needs: 'Job.Trigger', disabled: of.busy, run: () => of.save(true) })}
    ${action({ label: of.isNew ? t.save : t.saveChanges, id: 'save-job', kind: 'primary', needs: 'Job.Write', disabled: of.busy, run: () => of.save(false) })}
  </div></aside>`;
