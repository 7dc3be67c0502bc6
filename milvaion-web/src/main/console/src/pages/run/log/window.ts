import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const LINE_PX = 24;

/** Which lines are near enough to be drawn; they may be of any height. */
export class LineWindow implements ReactiveController {
  private virtualizer: Virtualizer<HTMLElement, HTMLElement> | undefined;
  private end: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost, private readonly scroller: () => HTMLElement | null) {
    host.addController(this);
  }

  of(count: number): { items: VirtualItem[]; above: number; total: number } {
    this.virtualizer ??= this.made();
    this.virtualizer.setOptions({ ...this.virtualizer.options, count });
    this.virtualizer._willUpdate();
    const items = this.virtualizer.getVirtualItems();
    return { items, above: items[0]?.start ?? 0, total: this.virtualizer.getTotalSize() };
  }

  show(index: number, align: 'center' | 'end' | 'start' = 'center'): void {
    this.virtualizer?.scrollToIndex(index, { align });
  }

  get isAtEnd(): boolean {
    const box = this.scroller();
    return box === null || box.scrollHeight - box.scrollTop - box.clientHeight < LINE_PX;
  }

  /** Lines are of other heights by now. */
  forget(): void {
    this.virtualizer?.measure();
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.end?.();
    this.end = undefined;
    this.virtualizer = undefined;
  }

  hostUpdated(): void {
    if (this.virtualizer === undefined || this.scroller() === null) {
      return;
    }
    if (this.end === undefined) {
      this.virtualizer._willUpdate();
      this.end = this.virtualizer._didMount();
    }
    this.scroller()!.querySelectorAll<HTMLElement>('[data-index]').forEach((line) => this.virtualizer!.measureElement(line));
  }

  private made(): Virtualizer<HTMLElement, HTMLElement> {
    return new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: this.scroller,
      estimateSize: () => LINE_PX,
      overscan: 10,
      initialRect: { width: 1000, height: 480 },
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.host.requestUpdate(),
    });
  }
}
