import type { EditorView } from '@codemirror/view';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { parse, pretty } from '../../ground/json.ts';
import { action } from '../action.ts';
import { Part } from '../part.ts';
import { flawOf } from './syntax.ts';
import { t } from './words.ts';

/** What is wrong with a text, and where, as the editor says it; null if nothing is. */
export const flawSaid = (text: string): string | null => {
  const flaw = flawOf(text, t);
  return flaw === null ? null : t.at(flaw.line, flaw.column, flaw.message);
};

/**
 * A text that has to be a JSON object, with its flaws at their lines. The text is what counts: nothing rounds the
 * numbers in it. Event: `change` (detail: the text).
 */
@customElement('m-json-editor')
export class JsonEditor extends Part {
  @property() text = '';
  @property() label = '';
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;

  private view: EditorView | undefined;

  override render() {
    const flaw = flawSaid(this.text);
    return html`<div class="json-editor" data-wrong=${flaw === null ? nothing : 'true'}></div>
      ${flaw === null ? nothing : html`<p class="wrong">${flaw}</p>`}
      <p class="hint json-editor-foot"><span>${t.leave}</span>
        ${action({ label: t.format, kind: 'quiet', disabled: flaw !== null || this.readOnly, run: this.format })}</p>`;
  }

  override async firstUpdated(): Promise<void> {
    const home = this.querySelector('.json-editor')!.attachShadow({ mode: 'open' });
    const { edit } = await import('./code.ts');
    this.view = edit(home, {
      text: this.text, label: this.label, readOnly: this.readOnly,
      changed: (text) => {
        if (text !== this.text) {
          this.text = text;
          this.dispatchEvent(new CustomEvent('change', { detail: text }));
        }
      },
    });
  }

  override updated(): void {
    const shown = this.view?.state.doc;
    if (shown !== undefined && shown.toString() !== this.text) {
      this.view!.dispatch({ changes: { from: 0, to: shown.length, insert: this.text } });
    }
  }


  override focus(): void {
    this.view?.focus();
  }

  private readonly format = (): void => {
    const text = this.text.trim() === '' ? '{}' : pretty(parse(this.text));
    this.view?.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-json-editor': JsonEditor }
}
