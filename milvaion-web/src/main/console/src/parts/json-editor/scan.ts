// Where a text stops being JSON. JSON.parse knows, but engines tell it each in their own way, and for short texts not at all.

export type Expected = 'value' | 'name' | 'colon' | 'comma' | 'end';

class Stop {
  constructor(readonly expected: Expected, readonly at: number) {}
}

const SPACE = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): void {
    this.value();
    this.require(this.at === this.text.length, 'end');
  }

  private value(): void {
    this.take(SPACE);
    if (this.mark('{')) {
      this.list('}', () => this.member());
    } else if (this.mark('[')) {
      this.list(']', () => this.value());
    } else {
      this.require(this.take(TEXT) || this.take(WORD), 'value');
    }
    this.take(SPACE);
  }

  private list(end: string, item: () => void): void {
    this.take(SPACE);
    if (this.mark(end)) {
      return;
    }
    do {
      item();
    } while (this.mark(','));
    this.require(this.mark(end), 'comma');
  }

  private member(): void {
    this.take(SPACE);
    this.require(this.take(TEXT), 'name');
    this.take(SPACE);
    this.require(this.mark(':'), 'colon');
    this.value();
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    this.at = found ? pattern.lastIndex : this.at;
    return found;
  }

  private mark(character: string): boolean {
    const found = this.text[this.at] === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private require(isThere: boolean, expected: Expected): void {
    if (!isThere) {
      throw new Stop(expected, this.at);
    }
  }
}

/** What was expected, and where; null if the text is JSON. */
export const stopOf = (text: string): { expected: Expected; at: number } | null => {
  try {
    new Scanner(text).whole();
    return null;
  } catch (stop) {
    if (stop instanceof Stop) {
      return stop;
    }
    throw stop;
  }
};
