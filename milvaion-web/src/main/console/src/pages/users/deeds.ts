import { html, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import type { Schemas } from '../../ground/types.ts';
import { ask } from '../../parts/dialog.ts';
import { done } from '../../parts/toast.ts';
import './first-password.ts';
import { t } from './words.ts';

// What is done with accounts; each resolves to the account as it is then, or null if nobody went on.

type Account = Schemas['Account'];
type Role = Schemas['RoleView'];

const roleBoxes = (roles: readonly Role[], ticked: readonly string[] = []): TemplateResult => html`
  <fieldset class="role-boxes"><legend>${t.roles}</legend>${roles.map((role) => html`<label class="check">
    <input type="checkbox" name="role" value=${role.name} ?checked=${ticked.includes(role.name)}><span>${role.name}</span></label>`)}
    <p class="meta">${t.noRole}</p></fieldset>`;

const emailField = (email = ''): TemplateResult =>
  html`<label class="field"><span>${t.email}</span><input name="email" type="email" maxlength="254" autocomplete="off" value=${email}></label>`;

const asked = async (question: Omit<Parameters<typeof ask>[0], 'run'>, run: (form: FormData) => Promise<Account>, said: string): Promise<Account | null> => {
  let account: Account | null = null;
  await ask({
    ...question,
    run: async (form) => {
      account = await run(form);
    },
  });
  if (account !== null) {
    done(said);
  }
  return account;
};

/** Changes what was read, unless somebody else has changed it meanwhile. */
const patch = async (id: string, body: Schemas['AccountChange']): Promise<Account> => {
  const { etag } = await api.tagged('/users/{id}', { path: { id } });
  return api.patch('/users/{id}', { path: { id }, body, ...etag !== null && { ifMatch: etag } });
};

export const makeAccount = async (roles: readonly Role[]): Promise<Account | null> => {
  let made: Account | null = null;
  await ask({
    title: t.makeTitle, consequence: t.makeHint, verb: t.makeVerb,
    fields: html`<label class="field"><span>${t.name}</span><input name="name" required maxlength="100" autocomplete="off" spellcheck="false"></label>
      ${emailField()}<m-first-password></m-first-password>${roleBoxes(roles)}`,
    run: async (form) => {
      made = await api.secret('/users', {
        body: {
          name: String(form.get('name')), password: String(form.get('password')), roles: form.getAll('role').map(String),
          ...form.get('email') !== '' && { email: String(form.get('email')) },
        },
      });
      done(t.made(made.name));
    },
  });
  return made;
};

export const changeRoles = (account: Account, roles: readonly Role[]): Promise<Account | null> => asked(
  { title: t.changeRoles, consequence: t.changeRolesHint, verb: t.changeRoles, fields: roleBoxes(roles, account.roles) },
  (form) => patch(account.id, { roles: form.getAll('role').map(String) }), t.rolesDone);

export const changeEmail = (account: Account): Promise<Account | null> => asked(
  { title: t.changeEmail, consequence: t.emailHint, verb: t.changeEmail, fields: emailField(account.email ?? '') },
  (form) => patch(account.id, { email: String(form.get('email')) }), t.emailDone);

export const disable = (account: Account): Promise<Account | null> => asked(
  { title: t.disableTitle(account.name), consequence: t.disableHint, verb: t.disable, danger: true },
  () => patch(account.id, { enabled: false }), t.disabledDone(account.name));

export const enable = async (account: Account): Promise<Account> => {
  const now = await patch(account.id, { enabled: true });
  done(t.enabledDone(account.name));
  return now;
};

export const resetPassword = (account: Account): Promise<Account | null> => asked(
  { title: t.resetTitle(account.name), consequence: t.resetHint, verb: t.reset, danger: true, fields: html`<m-first-password></m-first-password>` },
  (form) => api.secret('/users/{id}/password', { path: { id: account.id }, body: { password: String(form.get('password')) } }), t.resetDone(account.name));

export const removeFactor = (account: Account): Promise<Account | null> => asked(
  { title: t.factorTitle(account.name), consequence: t.factorHint, verb: t.factor, danger: true },
  () => api.delete('/users/{id}/second-factor', { path: { id: account.id } }), t.factorDone);

export const endSessions = (account: Account): Promise<boolean> => ask({
  title: t.endTitle(account.name), consequence: t.endHint, verb: t.endSessions, danger: true,
  run: async () => {
    await api.delete('/users/{id}/sessions', { path: { id: account.id } });
    done(t.endDone);
  },
});

export const deleteAccount = (account: Account): Promise<boolean> => ask({
  title: t.deleteTitle(account.name), consequence: t.deleteHint, verb: t.delete, danger: true,
  run: async () => {
    await api.delete('/users/{id}', { path: { id: account.id } });
    done(t.deleted(account.name));
  },
});
