import { html, nothing, render, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { Failed, saying } from '../../ground/problem.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { valueOf } from '../../parts/value.ts';
import { done } from '../../parts/toast.ts';
import { t } from './documents-words.ts';

type Plan = Schemas['ApplyPlan'];

const MOST_SHOWN = 100;

const changing = (plan: Plan): Plan['items'] => plan.items.filter((item) => item.action !== 'unchanged');

const apply = (text: string, adopt: boolean, plan?: Plan): Promise<Plan> => api.put('/apply', {
  query: { ...adopt && { adopt: true }, ...plan === undefined && { dryRun: true } } as never,
  text: { body: text, type: /^\s*[[{]/.test(text) ? 'application/json' : 'application/yaml' },
  ...plan !== undefined && { ifMatch: `"${plan.planHash}"` },
}) as Promise<Plan>;

const step = (item: Plan['items'][number]): TemplateResult => html`<details class="step" ?open=${item.action !== 'create'}>
  <summary><strong>${t.actions[item.action]}</strong> ${item.kind} <code>${item.name}</code></summary>
  <table><thead><tr><th scope="col">${t.field}</th><th scope="col">${t.before}</th><th scope="col">${t.after}</th></tr></thead>
    <tbody>${item.changes.map((one) => html`<tr><th scope="row">${one.field}</th><td>${valueOf(one.from)}</td><td>${valueOf(one.to)}</td></tr>`)}</tbody></table></details>`;

const difference = (plan: Plan): TemplateResult => html`
  <p role="status">${Object.entries(plan.summary).map(([what, count]) => `${count} ${t.counts[what as keyof typeof t.counts] ?? what}`).join(', ')}</p>
  ${changing(plan).length === 0 ? html`<p class="note good">${t.nothing}</p>` : changing(plan).slice(0, MOST_SHOWN).map(step)}`;

const problems = (reason: unknown): TemplateResult => html`<div class="note failure" role="alert">${
  reason instanceof Failed && reason.violations.length > 0
    ? html`<ul>${reason.violations.slice(0, MOST_SHOWN).map((one) => html`<li><code>${one.field}</code> ${one.message}</li>`)}</ul>`
    : saying(reason)}</div>`;

/** Takes documents, shows what they would change, and applies just that. Resolves to whether anything was applied. */
export const openImport = (): Promise<boolean> => new Promise((resolve) => {
  const opener = document.activeElement as HTMLElement | null;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog wide';
  dialog.setAttribute('aria-labelledby', 'import-title');
  const now = { text: '', adopt: false, plan: undefined as Plan | undefined, problem: undefined as unknown, busy: false };
  const close = (isDone: boolean): void => {
    dialog.close();
    dialog.remove();
    opener?.focus();
    resolve(isDone);
  };
  const doing = async (what: () => Promise<void>): Promise<void> => {
    if (!now.busy) {
      Object.assign(now, { busy: true, problem: undefined });
      draw();
      await what().catch((reason: unknown) => { now.problem = reason; });
      now.busy = false;
      draw();
    }
  };
  const compare = (): Promise<void> => doing(async () => { now.plan = await apply(now.text, now.adopt); });
  const carryOut = (): Promise<void> => doing(async () => {
    const applied = await apply(now.text, now.adopt, now.plan);
    done(t.done(changing(applied).length));
    close(true);
  });
  const fields = (): TemplateResult => html`<p>${t.hint}</p>
    <label class="field"><span>${t.file}</span><input type="file" accept=".yaml,.yml,.json" @change=${async (event: Event) => {
      now.text = await (event.target as HTMLInputElement).files?.[0]?.text() ?? '';
      draw();
    }}></label>
    <label class="field"><span>${t.text}</span><textarea class="mono" rows="12" spellcheck="false" .value=${now.text}
      @input=${(event: Event) => { now.text = (event.target as HTMLTextAreaElement).value; }}></textarea></label>
    <label class="check"><input type="checkbox" .checked=${now.adopt} @change=${(event: Event) => { now.adopt = (event.target as HTMLInputElement).checked; }}> ${t.adopt}</label>`;
  const draw = (): void => void render(html`<h2 id="import-title">${t.title}</h2>
    ${now.plan === undefined ? fields() : difference(now.plan)}
    ${now.problem === undefined ? nothing : problems(now.problem)}
    <p class="buttons">${action({ label: t.back, run: () => close(false) })}
      ${now.plan === undefined
        ? action({ label: t.compare, kind: 'primary', disabled: now.busy, run: () => void compare() })
        : html`${action({ label: t.change, run: () => { now.plan = undefined; now.problem = undefined; draw(); } })}
          ${changing(now.plan).length === 0 ? nothing
            : action({ label: t.apply(changing(now.plan).length), kind: 'primary', disabled: now.busy, run: () => void carryOut() })}`}</p>`, dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(false);
  });
  document.body.append(dialog);
  draw();
  dialog.showModal();
});
