import { html, type TemplateResult } from 'lit';
import { icon } from '../../parts/icon.ts';
import { around, described, idOf, type Filling } from './field.ts';
import { hints } from './words-fields.ts';

/** Tags as chips; what was typed becomes one by Enter, a comma, or when the field is left. */
export const tags = (filling: Filling): TemplateResult => {
  const { tags: all } = filling.form;
  const add = (input: HTMLInputElement): void => {
    const tag = input.value.trim().replace(/,$/, '').trim();
    input.value = '';
    if (tag !== '' && !all.includes(tag)) {
      filling.set('tags', [...all, tag]);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(input);
    } else if (event.key === 'Backspace' && input.value === '' && all.length > 0) {
      filling.set('tags', all.slice(0, -1));
    }
  };
  return around(filling, 'tags', hints.tags, html`<div class="tag-field">
    ${all.map((tag) => html`<button type="button" class="chip" aria-label=${hints.removeTag(tag)}
      @click=${() => filling.set('tags', all.filter((one) => one !== tag))}>${tag} ${icon('close')}</button>`)}
    <input id=${idOf('tags')} autocomplete="off" maxlength="100" aria-describedby=${described(filling, 'tags', hints.tags)}
      @keydown=${onKey} @blur=${(event: Event) => { add(event.target as HTMLInputElement); filling.left('tags'); }}></div>`, false);
};
