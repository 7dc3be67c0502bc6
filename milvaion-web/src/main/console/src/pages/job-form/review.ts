import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../../parts/dialog.ts';
import { short } from '../../ground/clock.ts';
import { conflictsOf, merged, type Change } from './changes.ts';
import type { Form, Job, Name } from './form.ts';
import { choices, labels } from './words-fields.ts';
import { t } from './words.ts';

// What is asked before a job is changed.

const LONGEST = 2000;

/** A policy by its word on the page; anything else as it is. */
const named = (name: Name, value: string): string => {
  const words = (choices as unknown as Record<string, Record<string, readonly string[]>>)[name]?.[value]?.[0];
  return words ?? (value === '' ? t.review.none : value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
};

const cell = (change: { name: Name }, value: string, kind: 'del' | 'ins'): TemplateResult =>
  html`<td class="change">${kind === 'del' ? html`<del>${named(change.name, value)}</del>` : html`<ins>${named(change.name, value)}</ins>`}</td>`;

const table = (changes: readonly Change[]): TemplateResult => html`<div class="table-wrap" tabindex="0"><table class="changes">
  <thead><tr><th scope="col">${t.review.field}</th><th scope="col">${t.review.was}</th><th scope="col">${t.review.willBe}</th></tr></thead>
  <tbody>${changes.map((change) => html`<tr><th scope="row">${labels[change.name]}</th>${cell(change, change.from, 'del')}${cell(change, change.to, 'ins')}</tr>`)}</tbody></table></div>`;

/** Shows what the change is, and saves it. */
export const review = (name: string, changes: readonly Change[], save: () => Promise<unknown>): Promise<boolean> =>
  ask({ title: t.review.title(name), consequence: table(changes), verb: t.review.verb(changes.length), run: save });

/** Somebody else has saved it: shows what, and saves what is chosen. */
export const settle = (base: Form, theirs: { form: Form; job: Job }, mine: Form, save: (form: Form) => Promise<unknown>): Promise<boolean> => {
  const { taken, conflicts } = conflictsOf(base, theirs.form, mine);
  return ask({
    title: t.conflict.title,
    consequence: html`<p class="meta">${t.conflict.version(theirs.job.version ?? 0, theirs.job.updatedAt ? short(theirs.job.updatedAt) : '')}</p>
      ${taken.length === 0 ? nothing : html`<p>${t.conflict.taken}</p>${table(taken)}`}
      ${conflicts.length === 0 ? nothing : html`<p>${t.conflict.choose}</p>${conflicts.map((conflict) => html`
        <fieldset class="field choices"><legend>${labels[conflict.name]} <span class="meta">${t.conflict.was(named(conflict.name, conflict.was))}</span></legend>
          <label class="check"><input type="radio" name=${conflict.name} value="theirs"><span>${t.conflict.theirs}: ${named(conflict.name, conflict.theirs)}</span></label>
          <label class="check"><input type="radio" name=${conflict.name} value="mine" checked><span>${t.conflict.mine}: ${named(conflict.name, conflict.mine)}</span></label></fieldset>`)}`}`,
    verb: t.conflict.verb,
    run: (answers) => save(merged(theirs.form, mine, [
      ...taken.map((change) => change.name),
      ...conflicts.map((conflict) => conflict.name).filter((name) => answers.get(name) === 'theirs'),
    ])),
  });
};
