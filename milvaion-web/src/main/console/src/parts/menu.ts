import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, type Icon } from './icon.ts';
import { Part } from './part.ts';

/** A button with more below it; `<m-menu label=… .body=${…}>`. Closes with Esc, on leaving, and when something in it was done. */
@customElement('m-menu')
export class Menu extends Part {
  @property() label = '';
  @property() icon: Icon = 'down';
  @property({ attribute: false }) body: TemplateResult | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onPress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.onPress);
  }

  override render() {
    return html`<details class="menu" @keydown=${this.onKey} @focusout=${this.onLeave} @click=${this.onClick}>
      <summary class="button" aria-label=${this.label} title=${this.label}>${icon(this.icon)}<span>${this.label}</span></summary>
      <div class="menu-body">${this.body}</div></details>`;
  }

  private close(): void {
    this.querySelector('details')!.open = false;
  }

  private readonly onPress = (event: Event): void => {
    if (!this.contains(event.target as Node)) {
      this.close();
    }
  };

  private readonly onClick = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('.menu-body :is(a, .button)') !== null) {
      this.close();
    }
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.querySelector('details')!.open) {
      event.stopPropagation();
      this.close();
      this.querySelector('summary')!.focus();
    }
  };

  private readonly onLeave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) {
      this.close();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap { 'm-menu': Menu }
}
