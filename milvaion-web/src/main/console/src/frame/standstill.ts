import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../ground/api.ts';
import { Live } from '../ground/live.ts';
import { href } from '../ground/location.ts';
import { Resource } from '../ground/resource.ts';
import { can } from '../ground/session.ts';
import type { Schemas } from '../ground/types.ts';
import { icon } from '../parts/icon.ts';
import { Part } from '../parts/part.ts';
import '../parts/time.ts';
import { t } from './words.ts';

const MOST = 2; // lines of pauses

interface Standstill { stop: Schemas['DispatchState']; pauses: Schemas['Pause'][] }

/** What a pause is about, as the beginning of a sentence. */
export const scopeName = ({ jobType, workerGroup, tag }: Schemas['PauseScope']): string =>
  jobType ? t.scopes.jobType(jobType) : workerGroup ? t.scopes.workerGroup(workerGroup) : t.scopes.tag(tag ?? '');

/** What somebody has stopped, on every page: who, why, since when. */
@customElement('m-standstill')
export class StandstillLine extends Part {
  private readonly now = new Resource<Standstill>(this, async (signal) => {
    const [stop, pauses] = await Promise.all([
      api.get('/admin/dispatch', { signal }), api.get('/admin/pauses', { query: { limit: 200 }, signal })]);
    return { stop, pauses: pauses.items };
  });

  constructor() {
    super();
    new Live(this, {
      channels: () => (can('System.Read') ? ['system'] : []),
      event: ({ type }) => { if (type.startsWith('dispatching.')) { this.read(); } },
      reread: () => this.read(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override render() {
    const { stop, pauses } = this.now.value ?? {};
    return html`${stop?.stopped ? this.line('stopped', t.stopped(stop.stoppedBy ?? '', stop.reason ?? ''), stop.stoppedAt) : nothing}${
      pauses?.slice(0, MOST).map((pause, index) => this.line('paused', t.pausedScope(scopeName(pause.scope), pause.pausedBy, pause.reason), pause.pausedAt,
        index === MOST - 1 && pauses.length > MOST ? t.morePauses(pauses.length - MOST) : ''))}`;
  }

  private line(what: 'stopped' | 'paused', text: string, since: string | null | undefined, more = ''): TemplateResult {
    return html`<p class="banner" role="status" data-standstill=${what}>${icon(what === 'stopped' ? 'stop' : 'pause')} <span>${text}
      <m-time .at=${since ?? null} relative></m-time> ${more} <a href=${href('/maintenance')}>${t.toMaintenance}</a></span></p>`;
  }

  private read(): void {
    if (can('System.Read')) {
      void this.now.load();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-standstill': StandstillLine }
}
