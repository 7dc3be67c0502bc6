import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { icon } from '../../parts/icon.ts';
import { Part } from '../../parts/part.ts';
import { limitText } from '../../parts/people/limit.ts';
import { GROUPS } from '../../parts/people/permissions.ts';
import { failed } from '../../parts/toast.ts';
import { deleteRole, editRole, makeRole } from './deeds.ts';
import { t } from './words.ts';

type Role = Schemas['RoleView'];

/** Which role permits what, side by side. */
@customElement('m-roles')
export class Roles extends Part {
  private readonly roles = new Resource<Role[]>(this, async (signal) => (await api.get('/roles', { query: { limit: 200 }, signal })).items);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.roles.load();
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1>
        ${action({ label: t.make, icon: 'plus', kind: 'primary', needs: 'User.Write', run: () => void this.showAfter(makeRole) })}</header>
      <p class="prose">${t.hint}</p>
      ${block(this.roles, { lines: 16, ok: (roles) => this.table(roles) })}`;
  }

  private table(roles: readonly Role[]): TemplateResult {
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t.title}><table class="roles">
      <thead><tr><th scope="col">${t.permission}</th>${roles.map((role) => html`<th scope="col">${role.name}<br>
        <span class="meta">${role.builtIn ? t.builtIn : t.own}</span></th>`)}</tr></thead>
      ${GROUPS.map(({ title, permissions }) => html`<tbody>
        <tr><th scope="rowgroup" colspan=${roles.length + 1} class="role-group">${title}</th></tr>
        ${permissions.map(([name, meaning]) => html`<tr><th scope="row">${meaning} <code class="meta">${name}</code></th>
          ${roles.map((role) => html`<td>${role.permissions.includes(name) ? html`${icon('check')}<span class="unseen">${t.may}</span>`
            : html`<span class="none" aria-hidden="true">–</span><span class="unseen">${t.mayNot}</span>`}</td>`)}</tr>`)}</tbody>`)}
      <tbody class="role-foot">
        <tr><th scope="row">${t.limit}</th>${roles.map((role) => html`<td>${limitText(role.limit)}</td>`)}</tr>
        <tr><th scope="row">${t.holders}</th>${roles.map((role) => html`<td><a href=${href('/users', { role: role.name })}>${t.show}<span
          class="unseen"> (${t.holders}: ${role.name})</span></a></td>`)}</tr>
        <tr><th scope="row">${t.deeds}</th>${roles.map((role) => html`<td>${role.builtIn ? nothing : html`
          ${action({ label: `${t.edit}…`, needs: 'User.Write', run: () => void this.showAfter(() => editRole(role)) })}
          ${action({ label: `${t.delete}…`, kind: 'danger', needs: 'User.Write', run: () => void this.showAfter(() => deleteRole(role)) })}`}</td>`)}</tr>
      </tbody></table></div>`;
  }

  private async showAfter(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await this.roles.load();
      }
    } catch (reason) {
      failed(reason);
    }
  }
}
