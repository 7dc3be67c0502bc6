import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { letters } from '../ground/preferences.ts';

/** Letters that do something on the page of an element, outside of fields, while single letters are keys. */
export class Letters implements ReactiveController {
  constructor(host: ReactiveControllerHost, private readonly does: Record<string, () => void>) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const busy = (event.target as HTMLElement).closest('input, select, textarea, [contenteditable], dialog[open], .cm-editor') !== null;
    const what = this.does[event.key];
    if (what !== undefined && !busy && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && letters.value === 'on') {
      event.preventDefault();
      what();
    }
  };
}
