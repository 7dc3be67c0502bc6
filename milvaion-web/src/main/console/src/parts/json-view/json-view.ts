import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parse, pretty } from '../../ground/json.ts';
import { plural, words } from '../../ground/language.ts';
import { action } from '../action.ts';
import { copy } from '../copy.ts';
import { Part } from '../part.ts';
import { tokens } from './tokens.ts';

const t = words({
  copy: 'Copy', none: 'None', more: (lines: number) => `Show ${plural(lines, 'more line', 'more lines')}`,
}, {
  copy: 'Kopyala', none: 'Yok', more: (lines: number) => `${lines} satır daha göster`,
});

const FIRST_LINES = 40;

/**
 * JSON to read: indented, with its names set off, long ones folded at first. `value` is what the API gave; `text` is
 * JSON that came as a text, and is shown as it is if it is none.
 */
@customElement('m-json-view')
export class JsonView extends Part {
  @property({ attribute: false }) value: unknown;
  @property() text: string | null = null;
  @property() label = '';

  @state() private whole = false;

  override render() {
    const written = this.written();
    if (written === null) {
      return html`<span class="none">${t.none}</span>`;
    }
    const lines = written.split('\n');
    const rest = this.whole ? 0 : Math.max(0, lines.length - FIRST_LINES);
    return html`<div class="json-view">
      ${action({ label: t.copy, icon: 'copy', kind: 'quiet', signOnly: true, run: () => void copy(written) })}
      <pre class="code" tabindex="0" role="region" aria-label=${this.label}>${drawn(rest === 0 ? written : lines.slice(0, FIRST_LINES).join('\n'))}</pre>
      ${rest === 0 ? nothing : action({ label: t.more(rest), icon: 'down', kind: 'quiet', run: () => { this.whole = true; } })}</div>`;
  }

  private written(): string | null {
    if (this.text === null) {
      return this.value === undefined || this.value === null ? null : pretty(this.value);
    }
    try {
      return pretty(parse(this.text));
    } catch {
      return this.text;
    }
  }
}

const drawn = (text: string): (TemplateResult | string)[] =>
  tokens(text).map((token) => (token.kind === 'text' ? token.text : html`<span class="json-${token.kind}">${token.text}</span>`));

declare global {
  interface HTMLElementTagNameMap { 'm-json-view': JsonView }
}
