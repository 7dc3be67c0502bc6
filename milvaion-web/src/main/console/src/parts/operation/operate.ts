import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../ground/api.ts';
import { href } from '../../ground/location.ts';
import type { Schemas } from '../../ground/types.ts';
import { ask } from '../dialog.ts';
import { done, failed } from '../toast.ts';
import { t } from './words.ts';

type NewOperation = Schemas['NewOperation'];

export interface Wish {
  operation: Omit<NewOperation, 'dryRun' | 'filter' | 'all'>;
  /** Criteria of the list; without any all of the target is meant, and said. */
  filter: Record<string, unknown>;
  title: string;
  /** Of the button, by how many: "Delete 3 jobs". */
  verb: (count: number) => string;
  /** What follows. */
  consequence?: TemplateResult | string;
  danger?: boolean;
  /** More members of the operation, of fields in `fields`. */
  fields?: TemplateResult;
  read?: (answers: FormData) => Partial<NewOperation>;
}

const meant = (filter: Record<string, unknown>): Pick<NewOperation, 'filter' | 'all'> => {
  const criteria = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  return Object.keys(criteria).length === 0 ? { all: true } : { filter: criteria };
};

/** Counts what a filter means, asks, and begins: the server does the rest, and it can be watched. */
export const operate = async (wish: Wish): Promise<boolean> => {
  let found: Schemas['DryRun'];
  try {
    found = await api.post('/operations', { body: { ...wish.operation, ...meant(wish.filter), dryRun: true } }) as Schemas['DryRun'];
  } catch (reason) {
    failed(reason);
    return false;
  }
  return ask({
    title: wish.title,
    consequence: html`${wish.consequence === undefined ? nothing : html`<p>${wish.consequence}</p>`}
      <p>${found.total === 0 ? t.none : t.meant(found.total)}</p>
      ${found.items.length === 0 ? nothing : html`<ul class="sample">${found.items.map((item) => html`<li>${item.name}</li>`)}${
        found.total > found.items.length ? html`<li class="meta">${t.more(found.total - found.items.length)}</li>` : nothing}</ul>`}`,
    verb: wish.verb(found.total),
    ...wish.danger && { danger: true },
    ...wish.fields && { fields: wish.fields },
    reason: true,
    run: async (answers) => {
      const begun = await api.post('/operations', {
        body: { ...wish.operation, ...meant(wish.filter), reason: String(answers.get('reason')), ...wish.read?.(answers) },
      }) as Schemas['BulkOperation'];
      done(t.begun(begun.total), { link: { href: href(`/operations/${begun.id}`), text: t.watch } });
    },
  });
};
