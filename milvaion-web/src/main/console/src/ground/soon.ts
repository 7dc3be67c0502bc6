import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { connection } from './live.ts';

/** Does something once a while after it was asked for, however often: events come many at a time. Not while paused. */
export class Soon implements ReactiveController {
  private timer = 0;

  constructor(host: ReactiveControllerHost, private readonly pauseMs: number, private readonly run: () => unknown) {
    host.addController(this);
  }

  ask(): void {
    if (this.timer === 0) {
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        if (connection.value !== 'paused') { // after it everything is read again
          this.run();
        }
      }, this.pauseMs);
    }
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
