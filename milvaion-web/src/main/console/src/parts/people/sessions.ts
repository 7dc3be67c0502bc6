import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { mySession } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../action.ts';
import { block, emptiness } from '../block.ts';
import { Part } from '../part.ts';
import type { Column } from '../table/column.ts';
import { Pages } from '../table/pages.ts';
import '../table/table.ts';
import '../time.ts';
import { done, failed } from '../toast.ts';
import { agentName } from './agent.ts';
import { t } from './words.ts';

type Session = Schemas['Session'];

/** The sessions of somebody that last: one's own, each of which can be ended, or those of another account. */
@customElement('m-sessions')
export class Sessions extends Part {
  /** Whose; the viewer's own if empty. */
  @property() account = '';

  private readonly sessions = new Pages<Session>(this, (after, signal) => this.account === ''
    ? api.get('/auth/sessions', { query: { after }, signal })
    : api.get('/users/{id}/sessions', { path: { id: this.account }, query: { after }, signal }));

  reread(): void {
    void this.sessions.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('account') || !this.hasUpdated) {
      void this.sessions.load();
    }
  }

  override render() {
    return block(this.sessions.rows, {
      lines: 3,
      empty: { when: (sessions) => sessions.length === 0, say: () => emptiness(t.noSession) },
      ok: (sessions) => html`<m-table label=${t.sessions} .rows=${sessions} .columns=${this.columns()} .keyOf=${(one: Session) => one.id}
        ?unfinished=${this.sessions.unfinished} @more=${() => void this.sessions.more()}></m-table>`,
    });
  }

  private columns(): Column<Session>[] {
    const own: Column<Session> = {
      key: 'end', title: '', cell: (one) => one.id === mySession()
        ? html`<span class="tag">${t.this}</span>`
        : action({ label: t.end, kind: 'quiet', run: () => void this.end(one) }),
    };
    return [
      { key: 'agent', title: t.agent, wide: true, cell: (one) => html`<span title=${one.agent}>${agentName(one.agent)}</span>` },
      { key: 'address', title: t.address, cell: (one) => one.address },
      { key: 'created', title: t.created, minor: true, cell: (one) => html`<m-time at=${one.createdAt}></m-time>` },
      { key: 'used', title: t.used, minor: true, cell: (one) => html`<m-time at=${one.lastUsedAt} relative></m-time>` },
      { key: 'ends', title: t.ends, minor: true, cell: (one) => html`<m-time at=${one.expiresAt}></m-time>` },
      ...this.account === '' ? [own] : [],
    ];
  }

  private async end(session: Session): Promise<void> {
    try {
      await api.delete('/auth/sessions/{id}', { path: { id: session.id } });
      done(t.ended);
      this.reread();
    } catch (reason) {
      failed(reason);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-sessions': Sessions }
}
