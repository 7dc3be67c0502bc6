import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { change, go, here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block, emptiness } from '../../parts/block.ts';
import { chips, type Chip } from '../../parts/chips.ts';
import { Part } from '../../parts/part.ts';
import type { Column } from '../../parts/table/column.ts';
import { Pages } from '../../parts/table/pages.ts';
import '../../parts/table/table.ts';
import '../../parts/time.ts';
import { makeAccount } from './deeds.ts';
import { accountState } from './state.ts';
import { t } from './words.ts';

type Account = Schemas['Account'];

const COLUMNS: readonly Column<Account>[] = [
  { key: 'name', title: t.name, wide: true, cell: (account) => account.name },
  { key: 'state', title: t.state, cell: accountState },
  { key: 'roles', title: t.roles, cell: (account) => account.roles.join(', ') },
  { key: 'email', title: t.email, minor: true, cell: (account) => account.email ?? html`<span class="none">–</span>` },
  { key: 'login', title: t.lastLogin, minor: true, cell: (account) => html`<m-time .at=${account.lastLoginAt} relative></m-time>` },
];

/** Who has an account. */
@customElement('m-users')
export class Users extends Part {
  private readonly accounts = new Pages<Account>(this, (after, signal) => api.get('/users', { query: { after, ...this.filter() }, signal }));
  private readonly roles = new Resource<Schemas['RoleView'][]>(this, async (signal) => (await api.get('/roles', { query: { limit: 200 }, signal })).items);
  private filtered = '';
  private timer = 0;

  constructor() {
    super();
    new Watch(this, here);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.roles.load();
  }

  /** Reads anew whenever the address asks for others. */
  override willUpdate(): void {
    const wanted = JSON.stringify(this.filter());
    if (wanted !== this.filtered) {
      this.filtered = wanted;
      void this.accounts.load();
    }
  }

  override render() {
    const { q, role } = this.filter();
    const limits: Chip[] = [...q ? [{ label: t.chipText(q), names: ['q'] }] : [], ...role ? [{ label: t.chipRole(role), names: ['role'] }] : []];
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: t.make, icon: 'plus', kind: 'primary', needs: 'User.Write', run: () => void this.make() })}</header>
      <div class="filters">
        <input type="search" data-filter aria-label=${t.search} placeholder=${t.search} .value=${q ?? ''} @input=${this.onSearch}>
        <select aria-label=${t.role} @change=${(event: Event) => change({ role: (event.target as HTMLSelectElement).value || null })}>
          <option value="">${t.anyRole}</option>${(this.roles.value ?? []).map(({ name }) => html`<option value=${name} .selected=${name === role}>${name}</option>`)}
        </select></div>
      ${chips(limits)}
      ${block(this.accounts.rows, {
        lines: 8,
        empty: { when: (accounts) => accounts.length === 0, say: () => emptiness(t.none) },
        ok: (accounts) => html`<m-table label=${t.title} .rows=${accounts} .columns=${COLUMNS} .keyOf=${(account: Account) => account.id}
          .hrefOf=${(account: Account) => href(`/users/${account.id}`)} ?unfinished=${this.accounts.unfinished} @more=${() => void this.accounts.more()}></m-table>`,
      })}`;
  }

  private filter(): { q?: string; role?: string } {
    const { query } = here.value;
    const [q, role] = [query.get('q'), query.get('role')];
    return { ...q && { q }, ...role && { role } };
  }

  private readonly onSearch = (event: Event): void => {
    clearTimeout(this.timer);
    const q = (event.target as HTMLInputElement).value.trim();
    this.timer = window.setTimeout(() => change({ q: q || null }, { replace: true }), 250);
  };

  private async make(): Promise<void> {
    const made = await makeAccount(this.roles.value ?? []);
    if (made !== null) {
      go(`/users/${made.id}`);
    }
  }
}
