import { html, type TemplateResult } from 'lit';
import { change, here, href } from '../ground/location.ts';

export interface Tab { name: string; label: string; count?: number }

/** The tab that the address names, the first if it names none. */
export const tabOf = (tabs: readonly Tab[]): string => {
  const named = here.value.query.get('tab');
  return tabs.find((tab) => tab.name === named)?.name ?? tabs[0]!.name;
};

/** Tabs with addresses of their own. */
export const tabs = (all: readonly Tab[], label: string): TemplateResult => {
  const now = tabOf(all);
  return html`<nav class="tabs" aria-label=${label}>${all.map((tab) => html`
    <a href=${href(here.value.path, { ...Object.fromEntries(here.value.query), tab: tab.name })} aria-current=${tab.name === now ? 'page' : 'false'}
      @click=${(event: MouseEvent) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          change({ tab: tab.name });
        }
      }}>${tab.label}${tab.count === undefined ? '' : html` <span class="count">${tab.count}</span>`}</a>`)}</nav>`;
};
