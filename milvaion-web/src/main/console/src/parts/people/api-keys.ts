import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { me } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../action.ts';
import { block, emptiness } from '../block.ts';
import { Part } from '../part.ts';
import type { Column } from '../table/column.ts';
import { Pages } from '../table/pages.ts';
import '../table/table.ts';
import '../time.ts';
import { revokeKey, rotateKey } from './key-deeds.ts';
import { limitText } from './limit.ts';
import { t } from './words.ts';

type Key = Schemas['ApiKey'];

const isOver = (key: Key): boolean =>
  key.revokedAt !== null || key.expiresAt !== null && new Date(key.expiresAt).getTime() <= Date.now();

const stateOf = (key: Key): string => key.revokedAt !== null ? t.revoked : isOver(key) ? t.expired : t.active;

const scopeOf = (key: Key): string => {
  const { permissions } = key;
  return permissions === null ? t.everything : permissions.length === 1 ? t.one : t.some(permissions.length);
};

/** API keys: the viewer's own, or everybody's. */
@customElement('m-api-keys')
export class ApiKeys extends Part {
  @property({ type: Boolean }) all = false;

  private readonly keys = new Pages<Key>(this, (after, signal) => api.get('/api-keys', { query: { after, ...this.all && { all: true } }, signal }));

  override connectedCallback(): void {
    super.connectedCallback();
    this.reread();
  }

  reread(): void {
    void this.keys.load();
  }

  override render() {
    return block(this.keys.rows, {
      lines: 4,
      empty: { when: (keys) => keys.length === 0, say: () => emptiness(t.noKey) },
      ok: (keys) => html`<m-table label=${t.keys} .rows=${keys} .columns=${this.columns()} .keyOf=${(key: Key) => key.id}
        ?unfinished=${this.keys.unfinished} @more=${() => void this.keys.more()}></m-table>`,
    });
  }

  private columns(): Column<Key>[] {
    return [
      { key: 'name', title: t.name, wide: true, cell: (key) => key.name },
      ...this.all ? [{ key: 'owner', title: t.owner, cell: (key: Key) => key.owner }] : [],
      { key: 'state', title: t.state, cell: (key) => html`<span class="tag">${stateOf(key)}</span>` },
      { key: 'prefix', title: t.key, minor: true, cell: (key) => html`<code>${key.prefix}…</code>` },
      { key: 'scope', title: t.scope, minor: true, cell: (key) => html`<span title=${key.permissions?.join(', ') ?? nothing}>${scopeOf(key)}</span>` },
      { key: 'limit', title: t.limit, minor: true, cell: (key) => limitText(key.limit) },
      { key: 'expires', title: t.expires, minor: true, cell: (key) => key.expiresAt === null ? t.never : html`<m-time at=${key.expiresAt}></m-time>` },
      { key: 'used', title: t.used, minor: true, cell: (key) => html`<m-time .at=${key.lastUsedAt} relative title=${key.lastUsedAddress ?? nothing}></m-time>` },
      { key: 'do', title: '', cell: (key) => this.deeds(key) },
    ];
  }

  private deeds(key: Key) {
    const isMine = key.owner === me.value?.name;
    const again = (isDone: boolean): void => {
      if (isDone) {
        this.reread();
      }
    };
    return isOver(key) ? html`` : html`${isMine
      ? action({ label: t.rotate, kind: 'quiet', run: () => void rotateKey(key).then(again) }) : nothing}${action({
      label: t.revoke, kind: 'quiet', ...!isMine && { needs: 'User.Write' as const }, run: () => void revokeKey(key).then(again),
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-api-keys': ApiKeys }
}
