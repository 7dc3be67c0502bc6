import { locale } from '../../ground/language.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1024;
const formats = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

/** `512 B`, `1.5 MB`, `120 GB`. */
export const size = (bytes: number): string => {
  const unit = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  return `${formats.format(bytes / STEP ** unit)} ${UNITS[unit]}`;
};

/** Microseconds as people read them: `310 µs`, `1.4 ms`. */
export const latency = (micros: number): string =>
  (micros < 1000 ? `${micros} µs` : `${formats.format(micros / 1000)} ms`);
