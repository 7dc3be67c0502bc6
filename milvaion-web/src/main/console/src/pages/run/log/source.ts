import { api } from '../../../ground/api.ts';
import { grown, Rows, type Line, type Outline } from './lines.ts';

const PART = 200;
const MOST_KEPT = 20_000; // lines; far ones are read again

/** The lines of a log that were read; the others are read as they come near. */
export class LogSource {
  rows = new Rows([]);
  private readonly lines = new Map<string, Line>();
  private readonly coming = new Set<string>();

  constructor(private readonly run: string, private readonly changed: () => void) {}

  async open(): Promise<void> {
    const { attempts } = await api.get('/occurrences/{id}/logs/outline', { path: { id: this.run } });
    this.rows = new Rows(attempts);
    this.coming.clear();
  }

  get outline(): Outline {
    return this.rows.outline;
  }

  line(row: number): Line | undefined {
    const { attempt, seq } = this.rows.place(row);
    return this.lines.get(`${attempt}.${seq}`);
  }

  /** Reads what of these rows is not there; what fails is asked for again when it is next near. */
  need(first: number, last: number): void {
    for (let row = first; row <= last; row++) {
      const { attempt, seq } = this.rows.place(row);
      const begin = seq - (seq - 1) % PART;
      const part = `${attempt}.${begin}`;
      if (!this.lines.has(`${attempt}.${seq}`) && !this.coming.has(part)) {
        this.coming.add(part);
        void this.read(attempt, begin).catch(() => this.coming.delete(part));
      }
    }
  }

  /** Lines that came by events; `cut` ones are not kept, so that they are read. */
  add(lines: readonly Line[], cut: (line: Line) => boolean): void {
    this.rows = new Rows(grown(this.outline, lines));
    for (const line of lines) {
      const begin = line.seq - (line.seq - 1) % PART;
      if (cut(line)) {
        this.coming.delete(`${line.attempt}.${begin}`);
      } else {
        this.lines.set(`${line.attempt}.${line.seq}`, line);
      }
    }
  }

  /** All of it, part by part. */
  async * whole(): AsyncGenerator<Line[]> {
    let after: string | undefined;
    do {
      const page = await api.get('/occurrences/{id}/logs', { path: { id: this.run }, query: { after, limit: PART } });
      yield page.items;
      after = page.nextCursor ?? undefined;
    } while (after !== undefined);
  }

  private async read(attempt: number, begin: number): Promise<void> {
    const end = begin + PART;
    for (let from = begin; from < end;) {
      const { items, nextCursor } = await api.get('/occurrences/{id}/logs', { path: { id: this.run }, query: { attempt, line: from, limit: end - from } });
      if (this.lines.size > MOST_KEPT) {
        this.lines.clear();
        this.coming.clear();
      }
      const mine = items.filter((line) => line.attempt === attempt);
      items.forEach((line) => this.lines.set(`${line.attempt}.${line.seq}`, line));
      this.changed();
      from = mine.length < items.length || nextCursor === null || mine.length === 0 ? end : mine.at(-1)!.seq + 1;
    }
  }
}
