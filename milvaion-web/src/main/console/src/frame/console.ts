import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { here } from '../ground/location.ts';
import { language } from '../ground/language.ts';
import { installation } from '../ground/installation.ts';
import { rail } from '../ground/preferences.ts';
import { begin, can, loginWanted, me } from '../ground/session.ts';
import { Watch } from '../ground/store.ts';
import { emptiness } from '../parts/block.ts';
import { Part } from '../parts/part.ts';
import { found, type Found } from './router.ts';
import { t } from './words.ts';
import './banner.ts';
import './footer.ts';
import './keys.ts';
import './login/login.ts';
import './login/session-end.ts';
import './new-version.ts';
import './palette.ts';
import './rail.ts';
import './standstill.ts';
import './top-bar.ts';
import '../parts/toast.ts';

/** The frame around the pages. */
@customElement('m-console')
export class Console extends Part {
  @state() private page: HTMLElement | null = null;
  @state() private shown: Found | null = null;
  private loading: Found | null = null;

  constructor() {
    super();
    new Watch(this, me, loginWanted, rail, installation);
    document.documentElement.lang = language;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    here.onChange(() => void this.open());
    me.onChange(() => void this.open());
    void begin();
  }

  override render() {
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t.skip}</a>
      ${me.value === null ? nothing : html`
        <div class="frame" data-rail=${rail.value} ?data-production=${installation.value?.production ?? false}>
          <m-rail .path=${here.value.path}></m-rail>
          <m-top-bar></m-top-bar>
          <div class="banners"><m-new-version></m-new-version><m-banner></m-banner><m-standstill></m-standstill></div>
          <main id="main" tabindex="-1" data-page=${this.shown?.route.path ?? nothing}>${this.content()}</main>
          <m-footer></m-footer>
          <m-palette></m-palette>
          <m-keys></m-keys>
        </div>`}
      <m-session-end></m-session-end>
      <m-login></m-login>
      <m-toast></m-toast>`;
  }

  private content(): TemplateResult | HTMLElement | null {
    const now = found();
    if (now === null) {
      return html`<h1>${t.missing}</h1>${emptiness(t.missingHint, html`<p><a href="#/">${t.toOverview}</a></p>`)}`;
    }
    if (now.route.needs !== undefined && !can(now.route.needs)) {
      return html`<h1>${t.denied}</h1>${emptiness(t.deniedHint(now.route.needs))}`;
    }
    return this.page;
  }

  /** Loads the code of the page and puts it there; a page that is open already only gets other members. */
  private async open(): Promise<void> {
    const next = found();
    this.requestUpdate();
    if (next === null || me.value === null || next.route.needs !== undefined && !can(next.route.needs)) {
      this.page = null;
      this.shown = null;
      return;
    }
    this.loading = next;
    await next.route.load();
    if (this.loading !== next) {
      return;
    }
    if (this.shown?.route !== next.route || this.page === null) {
      this.page = document.createElement(next.route.element);
    }
    for (const [name, value] of Object.entries(next.members)) {
      this.page.setAttribute(name, value);
    }
    const isOther = this.shown?.route !== next.route || JSON.stringify(this.shown.members) !== JSON.stringify(next.members);
    this.shown = next;
    if (isOther) {
      await this.updateComplete;
      this.arrive();
    }
  }

  /** Whoever listens hears where they are; the title follows the heading. */
  private arrive(): void {
    window.scrollTo(0, 0);
    if (document.querySelector('dialog[open]') === null && document.activeElement?.closest('m-rail') === null) {
      this.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  };
}
