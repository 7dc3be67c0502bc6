import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failed } from './problem.ts';

/** Something that is read over REST and shown: what was read before stays while it is read again. */
export class Resource<T> implements ReactiveController {
  value: T | undefined;
  error: Failed | undefined;
  loading = false;
  /** When the value was read, in ms of the epoch. */
  readAt: number | undefined;

  private running: AbortController | undefined;

  /** @param read is given a signal that ends a reading nobody waits for any more */
  constructor(private readonly host: ReactiveControllerHost, private readonly read: (signal: AbortSignal) => Promise<T>) {
    host.addController(this);
  }

  /** A later call wins over one that is still running. */
  async load(): Promise<void> {
    this.running?.abort();
    const mine = new AbortController();
    this.running = mine;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const value = await this.read(mine.signal);
      if (this.running === mine) {
        this.value = value;
        this.error = undefined;
        this.readAt = Date.now();
      }
    } catch (reason) {
      if (this.running === mine) {
        this.error = reason instanceof Failed ? reason : new Failed(0, 'Error', String(reason));
      }
    } finally {
      if (this.running === mine) {
        this.loading = false;
        this.host.requestUpdate();
      }
    }
  }

  /** Shows something newer that came by another way. */
  set(value: T): void {
    this.value = value;
    this.host.requestUpdate();
  }

  /** What is shown belongs to something else by now. */
  forget(): void {
    this.running?.abort();
    this.value = undefined;
    this.error = undefined;
    this.loading = false;
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.running?.abort();
    this.running = undefined;
  }
}
