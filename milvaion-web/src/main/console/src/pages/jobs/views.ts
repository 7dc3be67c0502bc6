import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { here, href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { can, me } from '../../ground/session.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { block } from '../../parts/block.ts';
import { ask } from '../../parts/dialog.ts';
import '../../parts/menu.ts';
import { Part } from '../../parts/part.ts';
import { done } from '../../parts/toast.ts';
import { CRITERIA, criteria, filterOf, isFiltered } from './view.ts';
import { t } from './views-words.ts';

type Saved = Schemas['SavedFilter'];

/** Filters that were saved: one's own, and those that others share. */
@customElement('m-job-views')
export class JobViews extends Part {
  @state() private open = false;

  private readonly views = new Resource<Saved[]>(this, async (signal) =>
    (await api.get('/saved-filters', { query: { list: 'jobs', limit: 200 }, signal })).items);

  constructor() {
    super();
    new Watch(this, here, me);
  }

  override render() {
    return html`<m-menu label=${t.views} icon="filter" @toggle=${{ handleEvent: () => this.opened(), capture: true }}
      .body=${html`${this.open ? block(this.views, { lines: 2, ok: (views) => this.lists(views) }) : nothing}
        ${action({ label: t.save, icon: 'plus', disabled: !isFiltered(), run: () => void this.save() })}`}></m-menu>`;
  }

  private opened(): void {
    this.open = this.querySelector('details')?.open ?? false;
    if (this.open) {
      void this.views.load();
    }
  }

  private lists(views: readonly Saved[]): TemplateResult {
    const mine = views.filter((view) => view.owner === me.value?.name);
    const shared = views.filter((view) => view.owner !== me.value?.name);
    return views.length === 0 ? html`<p class="meta">${t.none}</p>` : html`${this.list(t.mine, mine)}${this.list(t.shared, shared)}`;
  }

  private list(title: string, views: readonly Saved[]) {
    return views.length === 0 ? nothing : html`<h2 class="meta">${title}</h2><ul class="views">${views.map((view) => html`<li>
      <a href=${href('/jobs', { ...Object.fromEntries(CRITERIA.map((name) => [name, null])), ...view.criteria as object })}>${view.name}</a>
      ${view.owner === me.value?.name
        ? action({ label: t.remove(view.name), icon: 'trash', kind: 'quiet', signOnly: true, run: () => void this.drop(view) })
        : html`<span class="meta">${t.by(view.owner)}</span>`}</li>`)}</ul>`;
  }

  private async save(): Promise<void> {
    let name = '';
    const isDone = await ask({
      title: t.saveTitle, consequence: t.consequence, verb: t.verb,
      fields: html`<label class="field"><span>${t.name}</span><input name="name" required maxlength="100" autofocus></label>
        ${can('Job.Write') ? html`<label class="check"><input type="checkbox" name="shared"> ${t.share}</label>` : nothing}`,
      run: (answers) => {
        name = String(answers.get('name'));
        return api.post('/saved-filters', { body: { list: 'jobs', name, criteria: filterOf(criteria()), shared: answers.has('shared') } as never });
      },
    });
    if (isDone) {
      done(t.saved(name));
    }
  }

  private async drop(view: Saved): Promise<void> {
    if (await ask({
      title: t.remove(view.name), consequence: t.gone(view.name), verb: t.removeVerb, danger: true,
      run: () => api.delete('/saved-filters/{id}', { path: { id: view.id } }),
    })) {
      done(t.removed(view.name));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-job-views': JobViews }
}
