import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { time } from '../ground/clock.ts';
import { connection, currentAt } from '../ground/live.ts';
import { Watch } from '../ground/store.ts';
import { icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import { t } from './words.ts';

const PATIENCE_MS = 2000; // a short break is nobody's business

/** What concerns every page: how old it is. */
@customElement('m-banner')
export class Banner extends Part {
  @state() private patient = true;
  private timer = 0;

  constructor() {
    super();
    new Watch(this, currentAt);
    connection.onChange(() => this.wait());
  }

  override render() {
    const now = connection.value;
    if (now === 'live' || now === 'connecting' || this.patient && now !== 'paused') {
      return nothing;
    }
    return html`<p class="banner" role="status" data-state=${now}>${icon('failures')} ${t.connection[now]}. ${
      currentAt.value === null ? nothing : t.since(time(currentAt.value))}</p>`;
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.patient = true;
    this.timer = window.setTimeout(() => {
      this.patient = false;
    }, PATIENCE_MS);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-banner': Banner }
}
