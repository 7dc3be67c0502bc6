import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { span } from '../../ground/clock.ts';
import { saying } from '../../ground/problem.ts';
import { ended, loginWanted, refresh, sessionEnd } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import { Part } from '../../parts/part.ts';
import { t } from './words.ts';

const WARNED_MS = 120_000;

/**
 * Says before a session ends by time, and has it last longer at one key. What is open keeps a session alive by itself
 * as long as it asks for anything: this is for pages that are paused, and for the longest that a session may last.
 */
@customElement('m-session-end')
export class SessionEnd extends Part {
  @state() private leftMs: number | null = null;
  @state() private problem: string | null = null;
  /** What a refresh has not put off. */
  private isLast = false;

  constructor() {
    super();
    new Watch(this, sessionEnd, loginWanted);
    setInterval(() => this.look(), 1000);
  }

  override render() {
    return this.leftMs === null ? nothing : html`<dialog class="dialog" role="alertdialog" id="session-end" aria-labelledby="session-end-title"
        aria-describedby="session-end-text" @cancel=${(event: Event) => { event.preventDefault(); void this.extend(); }}>
      <h2 id="session-end-title">${t.endTitle}</h2>
      <p id="session-end-text">${this.isLast ? t.endLast : t.endText}</p>
      <p>${t.endIn(span(this.leftMs))}</p>
      ${this.problem === null ? nothing : html`<p class="note failure" role="alert">${this.problem}</p>`}
      <p class="buttons"><button type="button" class="button primary" autofocus @click=${() => void this.extend()}>${this.isLast ? t.endLogin : t.endExtend}</button></p>
    </dialog>`;
  }

  override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
    }
  }

  private look(): void {
    const end = sessionEnd.value;
    const left = end === null || loginWanted.value ? null : end - performance.now();
    this.leftMs = left !== null && left < WARNED_MS ? Math.max(0, left) : null;
    this.isLast &&= this.leftMs !== null;
    if (left !== null && left <= 0) {
      ended();
    }
  }

  private async extend(): Promise<void> {
    if (this.isLast) {
      ended();
      return;
    }
    const before = sessionEnd.value ?? 0;
    try {
      const isGood = await refresh();
      this.problem = null;
      if (!isGood) {
        ended();
      }
      this.isLast = (sessionEnd.value ?? 0) - before < 1000;
    } catch (reason) {
      this.problem = saying(reason);
    }
    this.look();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-session-end': SessionEnd }
}
