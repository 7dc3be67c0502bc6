import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveEvent } from '../../ground/live.ts';
import { isOlder, toldBy, type Told } from './newer.ts';

const PAUSE_MS = 250; // a block is drawn four times a second at most
const MOST = 2000; // when the page is hidden no frame comes

/** Collects what events tell of runs, the newest of each, and hands it over with a frame of the page. */
export class RunEvents implements ReactiveController {
  private readonly waiting = new Map<string, Told>();
  private timer = 0;

  /** @param take gets the newest of each run; `lost` says that some were dropped */
  constructor(host: ReactiveControllerHost, private readonly take: (told: ReadonlyMap<string, Told>) => void, private readonly lost: () => void) {
    host.addController(this);
  }

  add(event: LiveEvent): void {
    const told = toldBy(event);
    if (told === null) {
      return;
    }
    const before = this.waiting.get(told.id);
    if (before === undefined || !isOlder(told, before)) {
      this.waiting.set(told.id, { ...before?.attempt === told.attempt ? before : {}, ...told });
    }
    if (this.waiting.size > MOST) {
      this.waiting.clear();
      this.lost();
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => requestAnimationFrame(() => this.flush()), PAUSE_MS);
    }
  }

  private flush(): void {
    this.timer = 0;
    const told = new Map(this.waiting);
    this.waiting.clear();
    if (told.size > 0) {
      this.take(told);
    }
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.waiting.clear();
  }
}
