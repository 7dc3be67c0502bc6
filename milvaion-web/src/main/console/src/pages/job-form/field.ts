import { html, nothing, type TemplateResult } from 'lit';
import type { Form, Name } from './form.ts';
import { choices, labels } from './words-fields.ts';
import { t } from './words.ts';

/** What the sections of the form show and change. */
export interface Filling {
  form: Form;
  set: <N extends Name>(name: N, value: Form[N]) => void;
  /** The field was left: what is wrong with it may be said now. */
  left: (name: Name) => void;
  /** Whether it was changed or left since the form was opened. */
  touched: (name: Name) => boolean;
  /** What is wrong with a field, if that may be said by now. */
  wrong: (name: Name) => string | undefined;
}

type Texts = { [N in Name]: Form[N] extends string ? N : never }[Name];

interface Look { hint?: unknown; list?: string; number?: boolean; required?: boolean; long?: boolean; mono?: boolean; type?: string; step?: number; length?: number }

export const idOf = (name: Name): string => `f-${name}`;

/** Label, input, hint, and what is wrong, each told to those who listen. */
export const around = (filling: Filling, name: Name, hint: unknown, input: TemplateResult, required = true): TemplateResult => {
  const wrong = filling.wrong(name);
  return html`<div class="field"><label for=${idOf(name)}>${labels[name]}${required ? nothing : html` <span class="meta">${t.optional}</span>`}</label>
    ${input}
    ${hint ? html`<span class="hint" id="${idOf(name)}-hint">${hint}</span>` : nothing}
    ${wrong === undefined ? nothing : html`<span class="wrong" id="${idOf(name)}-wrong">${wrong}</span>`}</div>`;
};

export const described = (filling: Filling, name: Name, hint: unknown): string =>
  [hint ? `${idOf(name)}-hint` : '', filling.wrong(name) === undefined ? '' : `${idOf(name)}-wrong`].join(' ').trim();

export const field = (filling: Filling, name: Texts, look: Look = {}): TemplateResult => {
  const value = filling.form[name] as string;
  const typed = (event: Event): void => filling.set(name, (event.target as HTMLInputElement).value as never);
  const by = described(filling, name, look.hint) || nothing;
  const invalid = filling.wrong(name) === undefined ? nothing : 'true';
  return around(filling, name, look.hint, look.long
    ? html`<textarea id=${idOf(name)} rows="2" class=${look.mono ? 'mono' : nothing} maxlength=${look.length ?? nothing} aria-describedby=${by} aria-invalid=${invalid}
        .value=${value} @input=${typed} @blur=${() => filling.left(name)}></textarea>`
    : html`<input id=${idOf(name)} type=${look.type ?? 'text'} class=${look.number ? 'short' : look.mono ? 'mono' : nothing} inputmode=${look.number ? 'numeric' : nothing}
        list=${look.list ?? nothing} step=${look.step ?? nothing} maxlength=${look.length ?? nothing} autocomplete="off" spellcheck=${look.mono ? 'false' : nothing}
        aria-required=${look.required ? 'true' : nothing} aria-describedby=${by} aria-invalid=${invalid}
        .value=${value} @input=${typed} @blur=${() => filling.left(name)}>`, look.required ?? false);
};

/** A policy: each choice says what follows of it. */
export const choice = <N extends Name & keyof typeof choices>(filling: Filling, name: N): TemplateResult => {
  const all = Object.entries(choices[name]) as unknown as [Form[N], readonly [string, string]][];
  const wrong = filling.wrong(name);
  return html`<fieldset class="field choices" id=${idOf(name)} tabindex="-1"><legend>${labels[name]}</legend>${all.map(([value, [label, consequence]]) => html`
    <label class="check"><input type="radio" name=${name} value=${String(value)} .checked=${filling.form[name] === value}
      @change=${() => filling.set(name, value)}><span>${label}${consequence === '' ? nothing : html` <span class="meta">${consequence}</span>`}</span></label>`)}
    ${wrong === undefined ? nothing : html`<span class="wrong">${wrong}</span>`}</fieldset>`;
};
