import { time } from '../../ground/clock.ts';
import type { State } from '../../parts/state.ts';
import { density, type Bar, type Lane } from './lanes.ts';
import { ticks, type Range } from './range.ts';

export const AXIS_PX = 24;
export const ROW_PX = 16;
const PAD_PX = 8;
const LEAST_PX = 3;
const TICK_PX = 90;

export const laneHeight = (lane: Lane, dense: boolean): number => (dense ? 1 : lane.rows) * ROW_PX + PAD_PX;

/** What is drawn where, for the pointer. */
export interface Hit { x: number; y: number; width: number; bar: Bar }

const VARIABLES: Record<State, string> = {
  queued: '--idle', running: '--running', completed: '--completed', failed: '--failed', cancelled: '--idle', timedOut: '--timed-out',
  unknown: '--waiting', skipped: '--idle', waiting: '--waiting',
};
const SIGNS: Partial<Record<State, string>> = { failed: '✕', timedOut: '◷', cancelled: '⊘', unknown: '?' };

/** Draws lanes on a canvas; returns where the bars are. */
export class Painter {
  private readonly pen: CanvasRenderingContext2D;
  private readonly styles: CSSStyleDeclaration;
  private readonly hits: Hit[] = [];

  constructor(private readonly canvas: HTMLCanvasElement, private readonly width: number, private readonly range: Range, private readonly now: number) {
    this.pen = canvas.getContext('2d')!;
    this.styles = getComputedStyle(document.documentElement);
  }

  paint(lanes: readonly Lane[], dense: boolean): Hit[] {
    const height = AXIS_PX + lanes.reduce((sum, lane) => sum + laneHeight(lane, dense), 0);
    const ratio = devicePixelRatio;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.height = `${height}px`;
    this.pen.scale(ratio, ratio);
    this.axis(height);
    let y = AXIS_PX;
    for (const lane of lanes) {
      this.rule(y);
      if (dense) {
        this.dense(lane, y + PAD_PX / 2);
      } else {
        lane.bars.forEach((bar) => this.bar(bar, y + PAD_PX / 2 + bar.row * ROW_PX));
      }
      y += laneHeight(lane, dense);
    }
    this.nowLine(height);
    return this.hits;
  }

  private x(at: number): number {
    return (at - this.range.from) / (this.range.to - this.range.from) * this.width;
  }

  private colour(variable: string): string {
    return this.styles.getPropertyValue(variable).trim();
  }

  private axis(height: number): void {
    this.pen.font = '12px system-ui, sans-serif';
    this.pen.textBaseline = 'middle';
    for (const tick of ticks(this.range, this.width / TICK_PX, -new Date(this.range.to).getTimezoneOffset() * 60_000)) {
      const x = Math.round(this.x(tick)) + 0.5;
      this.pen.strokeStyle = this.colour('--border');
      this.line(x, AXIS_PX - 4, x, height);
      this.pen.fillStyle = this.colour('--muted');
      this.pen.fillText(time(tick), x + 4, AXIS_PX / 2);
    }
  }

  private rule(y: number): void {
    this.pen.strokeStyle = this.colour('--border');
    this.line(0, y + 0.5, this.width, y + 0.5);
  }

  private nowLine(height: number): void {
    if (this.now >= this.range.from && this.now <= this.range.to) {
      this.pen.strokeStyle = this.colour('--accent');
      this.pen.lineWidth = 2;
      this.line(this.x(this.now), 0, this.x(this.now), height);
      this.pen.lineWidth = 1;
    }
  }

  private bar(bar: Bar, y: number): void {
    const state = bar.run.state as State;
    const [planned, begin, end] = [this.x(bar.planned), this.x(bar.begin), this.x(bar.end)];
    const width = Math.max(LEAST_PX, end - begin);
    const colour = this.colour(VARIABLES[state]);
    const tall = ROW_PX - 4;
    if (begin - planned >= 1) {
      this.hatch(planned, y, begin - planned, tall, colour);
    }
    if (bar.run.startedAt !== null) {
      this.pen.fillStyle = colour;
      this.pen.globalAlpha = state === 'running' ? 0.75 : 1;
      this.pen.fillRect(begin, y, width, tall);
      this.pen.globalAlpha = 1;
      const sign = SIGNS[state];
      if (sign !== undefined && width >= 14) {
        this.pen.fillStyle = this.colour('--surface');
        this.pen.fillText(sign, Math.max(begin, 0) + 2, y + tall / 2 + 1);
      }
    }
    const left = Math.min(planned, begin);
    this.hits.push({ x: left, y, width: Math.max(begin + width - left, LEAST_PX), bar });
  }

  /** The time that it was late, or waits: lines, no area. */
  private hatch(x: number, y: number, width: number, tall: number, colour: string): void {
    const left = Math.max(x, -tall);
    const right = Math.min(x + width, this.width + tall);
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(left, y, right - left, tall);
    this.pen.clip();
    this.pen.strokeStyle = colour;
    for (let at = left - tall; at < right; at += 5) {
      this.line(at, y + tall, at + tall, y);
    }
    this.pen.restore();
    this.pen.strokeStyle = colour;
    this.pen.strokeRect(left + 0.5, y + 0.5, Math.max(0, right - left - 1), tall - 1);
  }

  private dense(lane: Lane, y: number): void {
    const parts = Math.max(1, Math.floor(this.width / 6));
    const all = density(lane.bars, this.range, parts);
    const most = Math.max(1, ...all.map((part) => part.count));
    const tall = ROW_PX;
    all.forEach(({ count, bad }, index) => {
      const high = count === 0 ? 0 : Math.max(2, count / most * tall);
      const x = index * 6;
      this.pen.fillStyle = this.colour('--running');
      this.pen.fillRect(x, y + tall - high, 5, high);
      if (bad > 0) {
        const wrong = Math.max(2, bad / most * tall);
        this.pen.fillStyle = this.colour('--failed');
        this.pen.fillRect(x, y + tall - wrong, 5, wrong);
      }
    });
  }

  private line(x1: number, y1: number, x2: number, y2: number): void {
    this.pen.beginPath();
    this.pen.moveTo(x1, y1);
    this.pen.lineTo(x2, y2);
    this.pen.stroke();
  }
}

/** The bar under the pointer. */
export const hitAt = (hits: readonly Hit[], x: number, y: number): Hit | undefined =>
  hits.findLast((hit) => x >= hit.x - 2 && x <= hit.x + hit.width + 2 && y >= hit.y && y <= hit.y + ROW_PX - 4);
