import { html, nothing, type TemplateResult } from 'lit';

export interface SecretField {
  id: string;
  label: string;
  /** What password managers fill in or offer to make. */
  autocomplete: 'current-password' | 'new-password';
  hint?: string;
}

/** A field for a password; pasting and password managers are welcome. */
export const secretField = ({ id, label, autocomplete, hint }: SecretField): TemplateResult => {
  const isNew = autocomplete === 'new-password';
  return html`<label class="field"><span>${label}</span><input id=${id} name=${id} type="password" required autocomplete=${autocomplete}
    minlength=${isNew ? 8 : nothing} maxlength=${isNew ? 128 : 200} aria-describedby=${hint === undefined ? nothing : `${id}-hint`}>${
    hint === undefined ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}</label>`;
};
