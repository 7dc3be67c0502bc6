import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { words } from '../ground/language.ts';
import { Store, Watch } from '../ground/store.ts';
import { saying } from '../ground/problem.ts';
import { action } from './action.ts';
import { Part } from './part.ts';

const t = words({ close: 'Close', undo: 'Undo' }, { close: 'Kapat', undo: 'Geri al' });

interface Toast { text: string; kind: 'done' | 'failed'; link?: { href: string; text: string }; undo?: () => void }

const shown = new Store<Toast | null>(null);
let timer = 0;

const show = (toast: Toast, ms: number): void => {
  clearTimeout(timer);
  shown.set(toast);
  timer = window.setTimeout(() => shown.set(null), ms);
};

/** Says that something was done; what it is to be read at is not taken away from. */
export const done = (text: string, more: { link?: Toast['link']; undo?: Toast['undo'] } = {}): void =>
  show({ text, kind: 'done', ...more.link && { link: more.link }, ...more.undo && { undo: more.undo } }, 8000);

/** Says why something was not done. */
export const failed = (reason: unknown): void => show({ text: saying(reason), kind: 'failed' }, 20_000);

/** The one region that is read aloud as it changes. */
@customElement('m-toast')
export class ToastLine extends Part {
  constructor() {
    super();
    new Watch(this, shown);
  }

  override render() {
    const toast = shown.value;
    return html`<div class="toast-region" role="status" aria-live="polite">${toast === null ? nothing : html`
      <div class="toast ${toast.kind}"><span>${toast.text}</span>
        ${toast.link ? html`<a href=${toast.link.href}>${toast.link.text}</a>` : nothing}
        ${toast.undo ? action({ label: t.undo, run: () => { shown.set(null); toast.undo?.(); } }) : nothing}
        ${action({ label: t.close, icon: 'close', kind: 'quiet', signOnly: true, run: () => shown.set(null) })}</div>`}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-toast': ToastLine }
}
