import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A value that several parts of the page show. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (value !== this.current) {
      this.current = value;
      this.listeners.forEach((listener) => listener());
    }
  }

  /** Calls a function after each change; returns what ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Draws an element anew whenever one of these has changed. */
export class Watch implements ReactiveController {
  private readonly stores: Store<unknown>[];
  private ends: (() => void)[] = [];

  constructor(private readonly host: ReactiveControllerHost, ...stores: { onChange: Store<unknown>['onChange'] }[]) {
    this.stores = stores as Store<unknown>[];
    host.addController(this);
  }

  hostConnected(): void {
    this.ends = this.stores.map((store) => store.onChange(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    this.ends.forEach((end) => end());
    this.ends = [];
  }
}
