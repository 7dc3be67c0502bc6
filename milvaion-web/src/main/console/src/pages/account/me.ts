import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { me } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { Part } from '../../parts/part.ts';
import { permissionList } from '../../parts/people/permissions.ts';
import { changeEmail, changePassword } from './deeds.ts';
import './factor.ts';
import { t } from './words.ts';

/** Who the viewer is, how they are recognised, and what they may do. */
@customElement('m-me')
export class MyFacts extends Part {
  constructor() {
    super();
    new Watch(this, me);
  }

  override render() {
    const who = me.value;
    return who === null ? nothing : html`<div class="cards account-cards">
      <section class="card"><h2>${t.who}</h2>
        <dl class="facts">
          <dt>${t.name}</dt><dd>${who.name}</dd>
          <dt>${t.roles}</dt><dd>${who.roles.length === 0 ? t.noRoles : who.roles.map((role) => html`<span class="tag">${role}</span> `)}</dd>
          <dt>${t.known}</dt><dd>${who.issuer ?? t.here}</dd>
          <dt>${t.email}</dt><dd>${who.email ?? html`<span class="none">${t.noEmail}</span>`}</dd>
        </dl>
        ${who.issuer === null ? html`<p class="buttons">${action({ label: t.changeEmail, run: () => void changeEmail(who.email) })}</p>` : nothing}
      </section>
      ${who.issuer === null ? this.ownPassword() : html`<section class="card"><h2>${t.password}</h2><p>${t.elsewhere(who.issuer)}</p></section>`}
      <section class="card account-rights"><h2>${t.may}</h2>
        ${who.permissions.length === 0 ? html`<p>${t.mayNothing}</p>` : permissionList(who.permissions)}</section>
    </div>`;
  }

  private ownPassword(): TemplateResult {
    return html`<section class="card"><h2>${t.password}</h2>
        <p>${t.passwordHint}</p>
        <p class="buttons">${action({ label: t.changePassword, run: () => void changePassword() })}</p>
      </section>
      <m-factor></m-factor>`;
  }
}
