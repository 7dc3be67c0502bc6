import { html, type TemplateResult } from 'lit';
import { action } from '../action.ts';
import { copy } from '../copy.ts';
import { t } from './words.ts';

const save = (codes: readonly string[]): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
  link.download = 'milvaion-recovery-codes.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Codes for who has lost the app; this is the only time they are seen. */
export const recoveryCodes = (codes: readonly string[]): TemplateResult => html`<p>${t.keep}</p>
  <pre class="code" id="recovery-codes">${codes.join('\n')}</pre>
  <p class="filters">${action({ label: t.copyCodes, icon: 'copy', run: () => void copy(codes.join('\n')) })}
    ${action({ label: t.save, icon: 'download', run: () => save(codes) })}</p>`;
