import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../../ground/types.ts';
import { Resource } from '../../ground/resource.ts';

/** A list that is read page after page by its cursor; use it as a {@link Resource} of its rows. */
export class Pages<T> implements ReactiveController {
  readonly rows: Resource<T[]>;
  private cursor: string | null = null;
  private growing = false;

  /** @param read is given the cursor of the page before, none for the first */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly read: (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  ) {
    this.rows = new Resource(host, async (signal) => {
      const page = await this.read(undefined, signal);
      this.cursor = page.nextCursor;
      return page.items;
    });
    host.addController(this);
  }

  /** There are more than the rows that were read. */
  get unfinished(): boolean {
    return this.cursor !== null;
  }

  /** Reads from the beginning. */
  load(): Promise<void> {
    return this.rows.load();
  }

  /** Reads the next page, once at a time. */
  async more(): Promise<void> {
    const after = this.cursor;
    if (after === null || this.growing) {
      return;
    }
    this.growing = true;
    try {
      const page = await this.read(after, new AbortController().signal);
      if (this.cursor === after) {
        this.cursor = page.nextCursor;
        this.rows.set([...this.rows.value ?? [], ...page.items]);
      }
    } finally {
      this.growing = false;
      this.host.requestUpdate();
    }
  }

  hostConnected(): void {}
}
