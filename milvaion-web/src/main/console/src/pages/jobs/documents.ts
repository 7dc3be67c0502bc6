import { html, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { action } from '../../parts/action.ts';
import { failed } from '../../parts/toast.ts';
import { t } from './documents-words.ts';
import { openImport } from './import.ts';

/** Jobs as files: those that are there, and those that are to be there. */
export const documentMenu = (imported: () => void): TemplateResult => html`<m-menu id="documents" label=${t.menu} icon="more" .body=${html`
  ${action({ label: t.exportYaml, icon: 'download', run: () => void api.download('/export', { kind: 'Job' }, 'jobs.yaml').catch(failed) })}
  ${action({ label: t.import, icon: 'up', needs: 'Job.Write', run: () => void openImport().then((isDone) => isDone && imported()) })}`}></m-menu>`;
