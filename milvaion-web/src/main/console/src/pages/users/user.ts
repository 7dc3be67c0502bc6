import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { go, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action, type Action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { permissionList } from '../../parts/people/permissions.ts';
import '../../parts/people/sessions.ts';
import '../../parts/time.ts';
import { failed } from '../../parts/toast.ts';
import { changeEmail, changeRoles, deleteAccount, disable, enable, endSessions, removeFactor, resetPassword } from './deeds.ts';
import { accountState } from './state.ts';
import { t } from './words.ts';

type Account = Schemas['Account'];

/** One account, and what who sees to accounts does with it. */
@customElement('m-user')
export class User extends Part {
  @property() userId = '';

  private readonly account = new Resource<Account>(this, (signal) => api.get('/users/{id}', { path: { id: this.userId }, signal }));
  private readonly roles = new Resource<Schemas['RoleView'][]>(this, async (signal) => (await api.get('/roles', { query: { limit: 200 }, signal })).items);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('userId')) {
      this.account.forget();
      void this.account.load();
      void this.roles.load();
    }
  }

  override render() {
    const account = this.account.value;
    return html`<header class="page-head"><nav class="crumbs meta"><a href=${href('/users')}>${t.back}</a></nav>
        <h1>${account?.name ?? t.account}</h1>${account === undefined ? nothing : this.deeds(account)}</header>
      ${block(this.account, { lines: 6, ok: (known) => this.facts(known) })}`;
  }

  private facts(account: Account): TemplateResult {
    const given = (this.roles.value ?? []).filter((role) => account.roles.includes(role.name)).flatMap((role) => role.permissions);
    return html`<div class="cards"><section class="card"><h2>${t.account}</h2><dl class="facts">
        <dt>${t.state}</dt><dd>${accountState(account)}</dd>
        <dt>${t.roles}</dt><dd>${account.roles.map((role) => html`<a class="tag" href=${href('/users', { role })}>${role}</a> `)}</dd>
        <dt>${t.email}</dt><dd>${account.email ?? html`<span class="none">–</span>`}</dd>
        <dt>${t.known}</dt><dd>${account.issuer ?? t.here}</dd>
        <dt>${t.lastLogin}</dt><dd>${account.lastLoginAt === null ? t.never : html`<m-time at=${account.lastLoginAt} relative></m-time>`}</dd>
        <dt>${t.created}</dt><dd><m-time at=${account.createdAt}></m-time> ${t.by(account.createdBy)}</dd></dl>
        ${account.issuer === null ? nothing : html`<p class="meta">${t.elsewhereRoles(account.issuer)}</p>`}
        <p class="buttons">${this.button(t.changeEmail, () => changeEmail(account))}${account.issuer !== null ? nothing : html`
          ${this.button(t.reset, () => resetPassword(account))}${this.button(t.factor, () => removeFactor(account))}`}</p></section>
      <section class="card user-rights"><h2>${t.may}</h2>${given.length === 0 ? html`<p>${t.noRole}</p>` : permissionList(given)}</section></div>
      <div class="page-head user-sessions"><h2>${t.sessions}</h2>${this.button(t.endSessions, () => endSessions(account))}</div><m-sessions account=${account.id}></m-sessions>`;
  }

  private deeds(account: Account): TemplateResult {
    return html`${account.issuer !== null ? nothing
        : this.button(t.changeRoles, () => changeRoles(account, this.roles.value ?? []), { kind: 'primary' })}
      ${account.enabled ? this.button(t.disable, () => disable(account), { kind: 'danger' }) : this.button(t.enable, () => enable(account), { label: t.enable })}
      ${action({ label: `${t.delete}…`, icon: 'trash', kind: 'danger', needs: 'User.Write', run: () => void this.delete(account) })}`;
  }

  private button(label: string, deed: () => Promise<Account | null | boolean>, more: Partial<Action> = {}): TemplateResult {
    return action({ label: `${label}…`, needs: 'User.Write', run: () => void this.showAfter(deed), ...more });
  }

  private async showAfter(deed: () => Promise<Account | null | boolean>): Promise<void> {
    try {
      if (await deed()) {
        void this.account.load();
        this.querySelector('m-sessions')?.reread();
      }
    } catch (reason) {
      failed(reason);
    }
  }

  private async delete(account: Account): Promise<void> {
    if (await deleteAccount(account)) {
      go('/users');
    }
  }
}
