import { html } from 'lit';
import { api } from '../../ground/api.ts';
import { enter, me } from '../../ground/session.ts';
import { ask } from '../../parts/dialog.ts';
import { secretField } from '../../parts/secret-field.ts';
import { done } from '../../parts/toast.ts';
import { t } from './words.ts';

const PROOF = secretField({ id: 'password', label: t.proof, autocomplete: 'current-password' });

export const changeEmail = async (now: string | null): Promise<void> => {
  const isDone = await ask({
    title: t.changeEmail, consequence: t.emailHint, verb: t.changeEmail,
    fields: html`<label class="field"><span>${t.email}</span><input name="email" type="email" maxlength="254" autocomplete="email" value=${now ?? ''}></label>${PROOF}`,
    run: (form) => api.secret('/auth/email', {
      body: { ...form.get('email') !== '' && { email: String(form.get('email')) }, password: String(form.get('password')) },
    }),
  });
  if (isDone) {
    done(t.emailDone);
    await enter();
  }
};

/** The password manager is told whose password it keeps. */
export const changePassword = async (): Promise<void> => {
  const isDone = await ask({
    title: t.changePassword, consequence: t.passwordConsequence, verb: t.changePassword,
    fields: html`<input class="unseen" name="username" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value=${me.value?.name ?? ''}>
      ${secretField({ id: 'currentPassword', label: t.current, autocomplete: 'current-password' })}
      ${secretField({ id: 'newPassword', label: t.next, autocomplete: 'new-password', hint: t.rule })}`,
    run: (form) => api.secret('/auth/password', {
      body: { currentPassword: String(form.get('currentPassword')), newPassword: String(form.get('newPassword')) },
    }),
  });
  if (isDone) {
    done(t.passwordDone);
  }
};

const factorBody = (form: FormData): { password: string; code: string } =>
  ({ password: String(form.get('password')), code: String(form.get('code')) });

const FACTOR_FIELDS = html`${PROOF}<label class="field"><span>${t.code}</span><input name="code" required maxlength="40" autocomplete="one-time-code"></label>`;

export const turnFactorOff = (): Promise<boolean> => ask({
  title: t.turnOffTitle, consequence: t.turnOffHint, verb: t.turnOff, danger: true, fields: FACTOR_FIELDS,
  run: (form) => api.secret('/auth/second-factor/off', { body: factorBody(form) }),
});

/** New codes in place of those there were, or null if nobody went on. */
export const newRecoveryCodes = async (): Promise<string[] | null> => {
  let codes: string[] | null = null;
  await ask({
    title: t.newCodes, consequence: t.newCodesHint, verb: t.newCodes, fields: FACTOR_FIELDS,
    run: async (form) => {
      codes = (await api.secret('/auth/second-factor/recovery-codes', { body: factorBody(form) })).recoveryCodes;
    },
  });
  return codes;
};
