import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { change, here } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { can, me } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { ask } from '../../parts/dialog.ts';
import { Part } from '../../parts/part.ts';
import { done, failed } from '../../parts/toast.ts';
import { addressOf, asked, criteriaOf, without, type Criteria } from './criteria.ts';
import { t } from './words.ts';

type Saved = Schemas['SavedFilter'];

/** Criteria under a name: one's own, and those that others share. The time that is shown stays as it is. */
@customElement('m-run-views')
export class RunViews extends Part {
  private readonly saved = new Resource<Saved[]>(this, async (signal) =>
    (await api.get('/saved-filters', { query: { list: 'occurrences', limit: 200 }, signal })).items);

  constructor() {
    super();
    new Watch(this, here);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.saved.load();
  }

  override render() {
    const all = this.saved.value ?? [];
    const shown = this.shown(all);
    return html`${all.length === 0 ? nothing : html`<span class="choice"><select aria-label=${t.views} @change=${this.open}><option value="" .selected=${shown === undefined}>${t.views}…</option>${all.map((view) => html`
          <option value=${view.id} .selected=${view.id === shown?.id}>${view.name}${view.owner === me.value?.name ? '' : ` (${view.owner})`}</option>`)}</select></span>`}
      ${shown !== undefined && shown.owner === me.value?.name
        ? action({ label: t.deleteView, icon: 'trash', kind: 'quiet', signOnly: true, run: () => void this.forget(shown) })
        : action({ label: t.saveView, icon: 'plus', kind: 'quiet', run: () => void this.save() })}`;
  }

  /** Without what is said of time by the clock of now. */
  private criteria(): Criteria {
    return without(criteriaOf(here.value.query), 'since');
  }

  private shown(all: readonly Saved[]): Saved | undefined {
    const now = sorted(this.criteria());
    return all.find((view) => Object.keys(view.criteria as Criteria).length > 0 && sorted(view.criteria as Criteria) === now);
  }

  private readonly open = (event: Event): void => {
    const view = this.saved.value?.find((one) => one.id === (event.target as HTMLSelectElement).value);
    if (view !== undefined) {
      const criteria = view.criteria as Criteria;
      const absolute = criteria.from !== undefined || criteria.to !== undefined;
      change(addressOf(absolute ? criteria : { ...criteria, ...{ since: criteriaOf(here.value.query).since } as Criteria }));
    }
  };

  private async save(): Promise<void> {
    await ask({
      title: t.saveView, consequence: t.saveConsequence, verb: t.save,
      fields: html`<label class="field"><span>${t.viewName}</span><input name="name" required maxlength="100" autofocus></label>
        ${can('Job.Write') ? html`<label class="check"><input type="checkbox" name="shared">${t.shared}</label>` : nothing}`,
      run: async (answers) => {
        const name = String(answers.get('name')).trim();
        await api.post('/saved-filters', { body: { list: 'occurrences', name, criteria: asked(this.criteria()), shared: answers.has('shared') } });
        done(t.saved(name));
      },
    });
    await this.saved.load();
  }

  private async forget(view: Saved): Promise<void> {
    try {
      await api.delete('/saved-filters/{id}', { path: { id: view.id }, ifMatch: `"${view.version}"` });
      done(t.deleted(view.name));
    } catch (reason) {
      failed(reason);
    }
    await this.saved.load();
  }
}

const sorted = (criteria: Criteria): string => JSON.stringify(Object.entries(criteria).sort());

declare global {
  interface HTMLElementTagNameMap { 'm-run-views': RunViews }
}
