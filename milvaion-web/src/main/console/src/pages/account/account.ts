import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import { action } from '../../parts/action.ts';
import { ask } from '../../parts/dialog.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/people/api-keys.ts';
import { makeKey } from '../../parts/people/key-deeds.ts';
import '../../parts/people/sessions.ts';
import { tabOf, tabs } from '../../parts/tabs.ts';
import { done } from '../../parts/toast.ts';
import './me.ts';
import './preferences.ts';
import { t } from './words.ts';

const TABS = (['me', 'sessions', 'keys', 'preferences'] as const).map((name) => ({ name, label: t.tabs[name] }));

/** What concerns the viewer alone. */
@customElement('m-account')
export class Account extends Part {
  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    const tab = tabOf(TABS) as keyof typeof t.tabs;
    return html`<header class="page-head"><h1>${t.title}</h1>${this.deed(tab)}</header>
      ${tabs(TABS, t.title)}${this.content(tab)}`;
  }

  private content(tab: keyof typeof t.tabs): TemplateResult {
    switch (tab) {
      case 'me': return html`<m-me></m-me>`;
      case 'sessions': return html`<p class="prose">${t.sessionsHint}</p><m-sessions></m-sessions>`;
      case 'keys': return html`<p class="prose">${t.keysHint}</p><m-api-keys></m-api-keys>`;
      case 'preferences': return html`<m-preferences></m-preferences>`;
    }
  }

  private deed(tab: keyof typeof t.tabs): TemplateResult {
    return tab === 'sessions' ? action({ label: t.endOthers, run: () => void this.endOthers() })
      : tab === 'keys' ? action({ label: t.makeKey, icon: 'plus', kind: 'primary', run: () => void this.makeKey() }) : html``;
  }

  private async makeKey(): Promise<void> {
    if (await makeKey()) {
      this.querySelector('m-api-keys')?.reread();
    }
  }

  private async endOthers(): Promise<void> {
    const isDone = await ask({
      title: t.endOthersTitle, consequence: t.endOthersHint, verb: t.endOthers, danger: true,
      run: () => api.delete('/auth/sessions'),
    });
    if (isDone) {
      done(t.othersEnded);
      this.querySelector('m-sessions')?.reread();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'm-account': Account }
}
