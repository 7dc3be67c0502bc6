import type { LogSource } from './source.ts';

/** Saves a whole log as text, a line for each line. */
export const save = async (source: LogSource, run: string): Promise<void> => {
  const parts: string[] = [];
  for await (const lines of source.whole()) {
    parts.push(...lines.map(({ attempt, seq, at, level, message }) => `${attempt}.${seq} ${at} ${level.toUpperCase().padEnd(5)} ${message}\n`));
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: 'text/plain' }));
  link.download = `${run}.log`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
