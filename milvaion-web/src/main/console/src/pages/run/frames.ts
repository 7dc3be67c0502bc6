/** A part of a stack trace: what is read, or frames that are folded away. */
export interface Section { folded: boolean; lines: string[] }

const FRAME = /^\s*(at\s|\.\.\. \d+ more|File ")/;
const OWN = /^\s*at (?!java\.|javax\.|jdk\.|sun\.|jakarta\.|org\.|com\.sun\.|io\.milvaion\.(platform|worker\.runtime)|kotlin\.|scala\.)/;
const FEW = 2;

/** Divides a stack trace: messages and frames of one's own code are read, those of libraries fold. */
export const sections = (error: string): Section[] => {
  const all: Section[] = [];
  for (const line of error.trimEnd().split('\n')) {
    const folded = FRAME.test(line) && !OWN.test(line);
    const last = all.at(-1);
    if (last?.folded === folded) {
      last.lines.push(line);
    } else {
      all.push({ folded, lines: [line] });
    }
  }
  return all.map((one) => ({ ...one, folded: one.folded && one.lines.length > FEW }));
};
