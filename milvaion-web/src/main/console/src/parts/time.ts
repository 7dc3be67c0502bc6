import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ago, exact, offset, short } from '../ground/clock.ts';
import { zone } from '../ground/preferences.ts';
import { Store, Watch } from '../ground/store.ts';
import { Part } from './part.ts';

/** Moves what is written relative to now. */
const minute = new Store(Date.now());
setInterval(() => minute.set(Date.now()), 10_000);

/** An instant by the zone that was chosen; `<m-time at=… job-zone=… relative>`. */
@customElement('m-time')
export class Time extends Part {
  @property() at: string | null = null;
  @property({ attribute: 'job-zone' }) jobZone: string | null = null;
  /** Says beside it how long ago or ahead it is. */
  @property({ type: Boolean }) relative = false;
  /** Says the zone, too: where no head of a column does. */
  @property({ type: Boolean }) zoned = false;

  constructor() {
    super();
    new Watch(this, zone, minute);
  }

  override render() {
    if (this.at === null) {
      return html`<span class="none">–</span>`;
    }
    return html`<time datetime=${this.at} title=${exact(this.at, this.jobZone)}>${short(this.at, this.jobZone)}${
      this.zoned ? html` <span class="meta">${offset(this.at, this.jobZone)}</span>` : nothing}</time>${
      this.relative ? html` <span class="meta">${ago(this.at)}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-time': Time }
}
