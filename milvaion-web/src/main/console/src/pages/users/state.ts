import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import { t } from './words.ts';

/** Whether an account lets anybody in. */
export const accountState = (account: Schemas['Account']): TemplateResult =>
  !account.enabled ? html`<span class="state" data-state="cancelled">${icon('cancelled')} ${t.disabled}</span>`
    : account.mustChangePassword ? html`<span class="state" data-state="waiting" title=${t.firstHint}>${icon('waiting')} ${t.first}</span>`
      : html`<span class="state" data-state="completed">${icon('completed')} ${t.enabled}</span>`;
