import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { time } from '../ground/clock.ts';
import { words } from '../ground/language.ts';
import { connection } from '../ground/live.ts';
import type { Resource } from '../ground/resource.ts';
import { icon } from './icon.ts';

const t = words({ asOf: (at: string) => `as of ${at}` }, { asOf: (at: string) => `${at} itibarıyla` });

const REST_MS = 5000;

/**
 * Reads figures that no event tells of again every five seconds, but only while the page is seen and not paused.
 */
export class Again implements ReactiveController {
  private timer = 0;

  constructor(host: ReactiveControllerHost, private readonly read: () => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.look(), REST_MS);
    document.addEventListener('visibilitychange', this.look);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.look);
  }

  private readonly look = (): void => {
    if (document.visibilityState === 'visible' && connection.value !== 'paused') {
      this.read();
    }
  };
}

/** When figures were read. */
export const asOf = (resource: Resource<unknown>): TemplateResult => html`<span class="meta as-of">${
  resource.readAt === undefined ? '' : html`${icon('clock')} ${t.asOf(time(resource.readAt))}`}</span>`;
