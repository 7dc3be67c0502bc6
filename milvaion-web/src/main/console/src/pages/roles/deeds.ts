import { html } from 'lit';
import { api } from '../../ground/api.ts';
import { go } from '../../ground/location.ts';
import { me } from '../../ground/session.ts';
import type { Schemas } from '../../ground/types.ts';
import { ask } from '../../parts/dialog.ts';
import { limitFields, limitOf } from '../../parts/people/limit.ts';
import { permissionBoxes } from '../../parts/people/permissions.ts';
import { done } from '../../parts/toast.ts';
import { t } from './words.ts';

type Role = Schemas['RoleView'];

const SHOWN = 5;

const fields = (role: Role | null) => html`
  ${role !== null ? html`` : html`<label class="field"><span>${t.name}</span><input name="name" required maxlength="50" autocomplete="off"></label>`}
  <h3>${t.may_}</h3>${permissionBoxes(role === null ? me.value?.permissions ?? [] : [...new Set([...me.value?.permissions ?? [], ...role.permissions])], role?.permissions)}
  <details class="more-fields" ?open=${role?.limit != null}><summary>${t.limited}</summary>${limitFields(role?.limit ?? null)}</details>`;

const bodyOf = (form: FormData): Schemas['RoleBody'] => {
  const limit = limitOf(form);
  return { permissions: form.getAll('permission').map(String), ...limit !== null && { limit } };
};

export const makeRole = (): Promise<boolean> => ask({
  title: t.makeTitle, consequence: t.makeHint, verb: t.makeVerb, fields: fields(null),
  run: async (form) => {
    const name = String(form.get('name')).trim();
    await api.put('/roles/{name}', { path: { name }, body: bodyOf(form) });
    done(t.saved(name));
  },
});

/** Changes it as it is now, and not what somebody else has made of it meanwhile. */
export const editRole = async ({ name }: Role): Promise<boolean> => {
  const { data: role, etag } = await api.tagged('/roles/{name}', { path: { name } });
  return ask({
    title: t.editTitle(name), consequence: t.editHint, verb: t.editVerb, fields: fields(role),
    run: async (form) => {
      await api.put('/roles/{name}', { path: { name }, body: bodyOf(form), ...etag !== null && { ifMatch: etag } });
      done(t.saved(name));
    },
  });
};

/** A role that somebody has stays; who that is is told before. */
export const deleteRole = async ({ name }: Role): Promise<boolean> => {
  const holders = await api.get('/users', { query: { role: name, limit: SHOWN } });
  if (holders.items.length > 0) {
    const names = [...holders.items.map((account) => account.name), ...holders.nextCursor === null ? [] : [t.more]].join(', ');
    await ask({ title: t.heldTitle(name), consequence: t.held(names), verb: t.showThem, run: async () => go('/users', { role: name }) });
    return false;
  }
  return ask({
    title: t.deleteTitle(name), consequence: t.deleteHint, verb: t.delete, danger: true,
    run: async () => {
      await api.delete('/roles/{name}', { path: { name } });
      done(t.deleted(name));
    },
  });
};
