import type { ReactiveControllerHost } from 'lit';
import { api } from '../../../ground/api.ts';
import { saying } from '../../../ground/problem.ts';
import { t } from '../words.ts';
import type { Line } from './lines.ts';

const FIRST_PAGES = 20; // pages without a line are passed over, so many at once

/** Lines with a text, or of a level and above. The server looks for them. */
export class LogSearch {
  text = '';
  level: Line['level'] = 'trace';
  lines: Line[] = [];
  private run = '';
  private cursor: string | null = null;
  private busy = false;
  private error: string | null = null;
  private round = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  get active(): boolean {
    return this.text !== '' || this.level !== 'trace';
  }

  get says(): string {
    return this.error ?? (this.busy && this.lines.length === 0 ? t.searching : t.found(this.lines.length, this.cursor !== null));
  }

  clear(): void {
    this.round++;
    this.text = '';
    this.level = 'trace';
    this.lines = [];
    this.cursor = null;
    this.busy = false;
    this.host.requestUpdate();
  }

  async look(run: string, text: string, level: Line['level']): Promise<void> {
    this.clear();
    Object.assign(this, { run, text: text.trim(), level });
    if (this.active) {
      await this.read(undefined);
    }
  }

  /** The end of what was found is near. */
  more(): void {
    if (this.cursor !== null && !this.busy) {
      void this.read(this.cursor);
    }
  }

  private async read(from: string | undefined): Promise<void> {
    const round = this.round;
    this.busy = true;
    this.error = null;
    let after = from;
    try {
      for (let page = 0; page < FIRST_PAGES; page++) {
        const { items, nextCursor } = await api.get('/occurrences/{id}/logs/search', {
          path: { id: this.run }, query: { q: this.text || undefined, level: this.level, after, limit: 200 } as never,
        });
        if (round !== this.round) {
          return;
        }
        this.lines = [...this.lines, ...items];
        this.cursor = nextCursor;
        after = nextCursor ?? undefined;
        if (items.length > 0 || nextCursor === null) {
          break;
        }
      }
    } catch (reason) {
      this.error = saying(reason);
      this.cursor = null;
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}
