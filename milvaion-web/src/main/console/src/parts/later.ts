import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failed } from '../ground/problem.ts';

const PAUSE_MS = 300;

/** Asks the server a moment after the last change; of several answers the one to the last question counts. */
export class Later<Q, A> implements ReactiveController {
  answer: A | undefined;
  error: Failed | undefined;
  waiting = false;

  private asked = '';
  private timer = 0;
  private running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost, private readonly ask: (question: Q, signal: AbortSignal) => Promise<A>) {
    host.addController(this);
  }

  /** A question that was asked already is not asked again; null asks nothing. */
  wonder(question: Q | null): void {
    const key = JSON.stringify(question);
    if (key !== this.asked) {
      this.again(question);
      this.asked = key;
    }
  }

  /** Asks whatever was asked before. */
  again(question: Q | null, pause = PAUSE_MS): void {
    this.stop();
    if (question === null) {
      this.answer = undefined;
      this.error = undefined;
      return;
    }
    this.waiting = true;
    this.timer = window.setTimeout(() => void this.now(question), pause);
  }

  async now(question: Q): Promise<void> {
    this.stop();
    const mine = new AbortController();
    this.running = mine;
    this.waiting = true;
    try {
      const answer = await this.ask(question, mine.signal);
      if (this.running === mine) {
        this.answer = answer;
        this.error = undefined;
      }
    } catch (reason) {
      if (this.running === mine) {
        this.error = reason instanceof Failed ? reason : new Failed(0, 'Error', String(reason));
      }
    } finally {
      if (this.running === mine) {
        this.waiting = false;
        this.host.requestUpdate();
      }
    }
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.stop();
    this.asked = '';
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = undefined;
    this.waiting = false;
  }
}
