import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failed } from './problem.ts';
import { ended, enter, goodToken, me } from './session.ts';
import { Store } from './store.ts';

// Live events over one WebSocket for the whole page. Events are hints: whenever some may be missing, what is shown is
// read again over REST.

export interface LiveEvent { type: string; channels: string[]; id?: string; data: Record<string, unknown> }

interface Message { seq: number; at: string; events?: LiveEvent[]; subscribed?: string[]; error?: string }

export type Connection = 'connecting' | 'live' | 'lost' | 'interrupted' | 'paused';

/** Interrupted: the node is reached, but it gets no events from the others. */
export const connection = new Store<Connection>('connecting');

/** When the page was last known to be up to date. */
export const currentAt = new Store<number | null>(null);

const SPREAD_MS = 5000; // many pages get the same summary: they spread their reading
const LONGEST_PAUSE_MS = 15_000;

const state = { socket: null as WebSocket | null, seq: 0, failures: 0, timer: 0, paused: false };
const watchers = new Set<Live>();

const channels = (): string[] => [...new Set([...watchers].flatMap((watcher) => watcher.channels()))];

const say = (message: object): void => {
  if (state.socket?.readyState === WebSocket.OPEN) {
    state.socket.send(JSON.stringify(message));
  }
};

const rereadAll = (within = 0): void => {
  for (const watcher of watchers) {
    watcher.rereadWithin(within);
  }
};

const receive = (message: Message): void => {
  if (message.seq !== state.seq + 1) {
    rereadAll();
  }
  state.seq = message.seq;
  currentAt.set(Date.now());
  for (const event of message.events ?? []) {
    if (event.type === 'feed.lost') {
      connection.set('interrupted');
    } else if (event.type === 'summary') {
      connection.set('live');
      rereadAll(SPREAD_MS);
    } else {
      for (const watcher of watchers) {
        watcher.receive(event);
      }
    }
  }
};

const connect = async (): Promise<void> => {
  clearTimeout(state.timer);
  let token: string | null;
  try {
    token = await goodToken();
  } catch {
    later();
    return;
  }
  if (token === null || state.socket !== null || state.paused) { // a login connects
    return;
  }
  const address = new URL('ws/events', document.baseURI);
  address.protocol = address.protocol.replace('http', 'ws');
  const socket = new WebSocket(address, ['milvaion', `bearer.${token}`]);
  state.socket = socket;
  socket.onopen = () => {
    const again = state.failures > 0;
    state.seq = 0;
    state.failures = 0;
    connection.set('live');
    currentAt.set(Date.now());
    const wanted = channels();
    if (wanted.length > 0) {
      say({ subscribe: wanted });
    }
    if (again) {
      rereadAll();
    }
  };
  socket.onmessage = (message: MessageEvent<string>) => receive(JSON.parse(message.data) as Message);
  socket.onclose = () => {
    if (state.socket === socket) {
      state.socket = null;
      later();
    }
  };
};

const later = (): void => {
  state.failures++;
  connection.set('lost');
  const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** state.failures) * (0.5 + Math.random());
  state.timer = window.setTimeout(() => void again(), pause);
};

/** After a break the session may be over, or permit something else. */
const again = async (): Promise<void> => {
  try {
    if (await goodToken() !== null) {
      await enter(); // who it is connects
    }
  } catch (reason) {
    if (reason instanceof Failed && reason.status === 401) {
      ended();
    } else {
      later();
    }
  }
};

const disconnect = (): void => {
  const open = state.socket;
  state.socket = null;
  clearTimeout(state.timer);
  open?.close();
};

/** While paused the page asks for nothing by itself. */
export const pause = (paused: boolean): void => {
  state.paused = paused;
  if (paused) {
    disconnect();
    connection.set('paused');
  } else {
    connection.set('connecting');
    state.failures = 1; // what happened meanwhile is read
    void connect();
  }
};

me.onChange(() => {
  if (me.value !== null && !state.paused) {
    if (state.socket === null) {
      void connect();
    } else {
      rereadAll(); // a session that has ended may have kept something from being read
    }
  }
});

export interface Listener {
  /** Channels as docs/live-events.md lists them. */
  channels: () => string[];
  event?: (event: LiveEvent) => void;
  /** Something may have been missed: read again what is shown. */
  reread?: () => void;
}

/** Subscribes an element while it is on the page. */
export class Live implements ReactiveController {
  private timer = 0;

  constructor(host: ReactiveControllerHost, private readonly listener: Listener) {
    host.addController(this);
  }

  channels(): string[] {
    return this.listener.channels();
  }

  hostConnected(): void {
    watchers.add(this);
    this.resubscribe();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    const before = this.channels();
    watchers.delete(this);
    const still = channels();
    const unwanted = before.filter((channel) => !still.includes(channel));
    if (unwanted.length > 0) {
      say({ unsubscribe: unwanted });
    }
  }

  /** The channels are others by now. */
  resubscribe(): void {
    const wanted = this.channels();
    if (wanted.length > 0) {
      say({ subscribe: wanted });
    }
  }

  receive(event: LiveEvent): void {
    if (event.channels.some((channel) => this.channels().includes(channel))) {
      this.listener.event?.(event);
    }
  }

  rereadWithin(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (!state.paused) { // after it everything is read again
        this.listener.reread?.();
      }
    }, ms * Math.random());
  }
}
