import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import type { Icon } from '../../parts/icon.ts';
import { failed } from '../../parts/toast.ts';
import { ACTIONS, withAll, withTicked, type BulkAction } from './bulk.ts';
import { t } from './bulk-words.ts';
import { criteria } from './view.ts';

type Job = Schemas['JobList']['items'][number];

const ICONS: Record<BulkAction, Icon> = {
  activate: 'play', deactivate: 'pause', trigger: 'runs', addTags: 'plus', removeTags: 'close', delete: 'trash',
};

const button = (name: BulkAction, run: () => void): TemplateResult => action({
  label: t.verbs[name], icon: ICONS[name], needs: name === 'trigger' ? 'Job.Trigger' : 'Job.Write', kind: name === 'delete' ? 'danger' : 'plain', run,
});

/** What can be done with jobs that are ticked. */
export const tickedBar = (jobs: readonly Job[], clear: () => void): TemplateResult => html`<div class="bulk" role="group" aria-label=${t.ofTicked}>
  <strong role="status">${t.ticked(jobs.length)}</strong>
  ${ACTIONS.map((name) => button(name, () => void withTicked(name, jobs).then((isDone) => isDone && clear())))}
  ${action({ label: t.none, kind: 'quiet', run: clear })}</div>`;

/** What can be done with everything that the filter means, whether it is loaded or not. */
export const allMenu = (total: string): TemplateResult => html`<m-menu id="with-all" label=${t.ofAll(total)}
  .body=${html`${ACTIONS.map((name) => button(name, () => void withAll(name, criteria()).catch(failed)))}`}></m-menu>`;
