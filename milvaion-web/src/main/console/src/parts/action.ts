import { html, nothing, type TemplateResult } from 'lit';
import { can } from '../ground/session.ts';
import { words } from '../ground/language.ts';
import type { Permission } from '../ground/types.ts';
import { icon, type Icon } from './icon.ts';

const t = words(
  { lacks: (permission: string) => `You lack the permission ${permission}` },
  { lacks: (permission: string) => `${permission} yetkiniz yok` },
);

export interface Action {
  label: string;
  run: (event: Event) => void;
  icon?: Icon;
  /** Who lacks it sees the button, and why it does nothing. */
  needs?: Permission;
  kind?: 'primary' | 'danger' | 'plain' | 'quiet';
  /** Only the sign is drawn; the label is read aloud and shown as a tip. */
  signOnly?: boolean;
  disabled?: boolean;
  /** Why it is disabled, or what the label does not say. */
  hint?: string;
  id?: string;
}

/** A button; one that is not permitted can be reached, says so, and does nothing. */
export const action = (wanted: Action): TemplateResult => {
  const lacks = wanted.needs !== undefined && !can(wanted.needs);
  const idle = lacks || wanted.disabled === true;
  const hint = lacks ? t.lacks(wanted.needs!) : wanted.hint ?? (wanted.signOnly ? wanted.label : undefined);
  return html`<button type="button" id=${wanted.id ?? nothing} class="button ${wanted.kind ?? 'plain'} ${wanted.signOnly ? 'sign' : ''}"
    aria-disabled=${idle ? 'true' : nothing} title=${hint ?? nothing} aria-label=${wanted.signOnly ? wanted.label : nothing}
    @click=${(event: Event) => (idle ? event.preventDefault() : wanted.run(event))}>${
    wanted.icon ? icon(wanted.icon) : nothing}${wanted.signOnly ? nothing : html`<span>${wanted.label}</span>`}${
    lacks ? html`<span class="unseen"> (${hint})</span>` : nothing}</button>`;
};
