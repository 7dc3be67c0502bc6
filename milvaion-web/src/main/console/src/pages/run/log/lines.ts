import type { Schemas } from '../../../ground/types.ts';

export type Line = Schemas['LogLine'];
export type Outline = Schemas['LogOutline']['attempts'];

/** A log as rows from 0: attempt by attempt, a row for each number up to the last of the attempt. */
export class Rows {
  private readonly begins: number[] = [];
  readonly count: number;

  constructor(readonly outline: Outline) {
    let count = 0;
    for (const { lastLine } of outline) {
      this.begins.push(count);
      count += lastLine;
    }
    this.count = count;
  }

  /** Where a row stands in the log. */
  place(row: number): { attempt: number; seq: number } {
    let at = this.begins.length - 1;
    while (at > 0 && this.begins[at]! > row) {
      at--;
    }
    return { attempt: this.outline[at]!.attempt, seq: row - this.begins[at]! + 1 };
  }

  /** The row of a line; -1 if there is no such attempt. */
  row(attempt: number, seq: number): number {
    const at = this.outline.findIndex((one) => one.attempt === attempt);
    return at < 0 ? -1 : this.begins[at]! + Math.max(1, Math.min(seq, this.outline[at]!.lastLine)) - 1;
  }

  /** Of the last attempt that has one: what one looks for first. */
  firstError(): { attempt: number; seq: number } | null {
    const failed = this.outline.findLast((one) => one.firstError !== null);
    return failed === undefined ? null : { attempt: failed.attempt, seq: failed.firstError! };
  }
}

/** The outline with lines that came meanwhile. */
export const grown = (outline: Outline, lines: readonly Line[]): Outline => {
  const next = new Map(outline.map((one) => [one.attempt, { ...one }]));
  for (const { attempt, seq, level } of lines) {
    const one = next.get(attempt) ?? { attempt, lines: 0, lastLine: 0, firstError: null, errors: 0, warnings: 0 };
    next.set(attempt, one);
    if (seq > one.lastLine) {
      one.lines++;
      one.lastLine = seq;
      one.errors += level === 'error' ? 1 : 0;
      one.warnings += level === 'warn' ? 1 : 0;
      one.firstError ??= level === 'error' ? seq : null;
    }
  }
  return [...next.values()].sort((a, b) => a.attempt - b.attempt);
};
