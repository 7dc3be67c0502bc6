import {
  elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const OVERSCAN = 6;

/** Which rows of a long list are near enough to be drawn. */
export class RowWindow implements ReactiveController {
  private virtualizer: Virtualizer<HTMLElement, Element> | undefined;
  private end: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
    private readonly rowHeight: () => number,
  ) {
    host.addController(this);
  }

  /** Rows that are drawn, and the room above and below them. */
  of(count: number): { items: VirtualItem[]; above: number; below: number } {
    this.virtualizer ??= this.made();
    this.virtualizer.setOptions({ ...this.virtualizer.options, count });
    this.virtualizer._willUpdate();
    const items = this.virtualizer.getVirtualItems();
    const first = items[0];
    const last = items.at(-1);
    return {
      items,
      above: first?.start ?? 0,
      below: last === undefined ? 0 : this.virtualizer.getTotalSize() - last.end,
    };
  }

  show(index: number): void {
    this.virtualizer?.scrollToIndex(index, { align: 'auto' });
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.end?.();
    this.end = undefined;
    this.virtualizer = undefined;
  }

  hostUpdated(): void {
    if (this.end === undefined && this.virtualizer !== undefined && this.scroller() !== null) {
      this.virtualizer._willUpdate();
      this.end = this.virtualizer._didMount();
    }
  }

  private made(): Virtualizer<HTMLElement, Element> {
    return new Virtualizer<HTMLElement, Element>({
      count: 0,
      getScrollElement: this.scroller,
      estimateSize: this.rowHeight,
      overscan: OVERSCAN,
      initialRect: { width: 1000, height: 700 },
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.host.requestUpdate(),
    });
  }
}
