export interface Token { kind: 'name' | 'text' | 'word' | 'mark'; text: string }

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)|([[\]{},])|\s+/g;

/** What a well-written JSON text is made of; white space belongs to marks. */
export const tokens = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ([all, quoted, colon, word]): Token =>
    quoted !== undefined ? { kind: colon === undefined ? 'text' : 'name', text: all }
      : { kind: word !== undefined ? 'word' : 'mark', text: all });
