import { words } from '../ground/language.ts';
import { done } from './toast.ts';

const t = words({ copied: 'Copied' }, { copied: 'Kopyalandı' });

/** Copies a text; pages of plain HTTP have no clipboard of their own, so a field that is selected stands in. */
export const copy = async (text: string): Promise<void> => {
  if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(text);
  } else {
    const field = document.createElement('textarea');
    field.value = text;
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  done(t.copied);
};
