import { html, nothing, render, type TemplateResult } from 'lit';
import { words } from '../ground/language.ts';
import { Failed } from '../ground/problem.ts';
import { action } from './action.ts';

const t = words({
  cancel: 'Back', reason: 'Reason', required: 'Say why: others will read it.',
}, {
  cancel: 'Vazgeç', reason: 'Neden', required: 'Nedenini yazın: başkaları okuyacak.',
});

export interface Question {
  title: string;
  /** What follows of it, with numbers. */
  consequence: TemplateResult | string;
  /** The verb, with what and how many: "Cancel 3 runs". */
  verb: string;
  danger?: boolean;
  /** Asks why; the answer is what `run` is given. */
  reason?: boolean;
  /** More fields; `run` reads them by their names. */
  fields?: TemplateResult;
  /** Does it; what it fails with is shown, and the dialog stays. */
  run: (answers: FormData) => Promise<unknown>;
}

/** Asks before something is done, and does it. Resolves to whether it was done. */
export const ask = (question: Question): Promise<boolean> => new Promise((resolve) => {
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'question-title');
  document.body.append(dialog);
  const close = (isDone: boolean): void => {
    dialog.close();
    dialog.remove();
    (before as HTMLElement | null)?.focus?.();
    resolve(isDone);
  };
  let busy = false;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    draw();
    try {
      await question.run(new FormData(event.target as HTMLFormElement));
      close(true);
    } catch (reason) {
      busy = false;
      draw(reason);
    }
  };
  const draw = (problem?: unknown): void => void render(html`
    <form @submit=${submit}>
      <h2 id="question-title">${question.title}</h2>
      <div class="consequence">${question.consequence}</div>
      ${question.fields ?? nothing}
      ${question.reason ? html`<label class="field"><span>${t.reason}</span>
        <textarea name="reason" required maxlength="500" rows="2" autofocus title=${t.required}></textarea></label>` : nothing}
      ${problem === undefined ? nothing : html`<p class="note failure" role="alert">${
        problem instanceof Failed && problem.violations.length > 0
          ? problem.violations.map((violation) => html`${violation.field}: ${violation.message}<br>`)
          : problem instanceof Error ? problem.message : String(problem)}</p>`}
      <p class="buttons">${action({ label: t.cancel, run: () => close(false) })}
        <button class="button ${question.danger ? 'danger' : 'primary'}" aria-disabled=${busy ? 'true' : nothing}>${question.verb}</button></p>
    </form>`, dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(false);
  });
  draw();
  dialog.showModal();
});
