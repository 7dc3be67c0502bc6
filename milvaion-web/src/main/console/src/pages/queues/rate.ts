import { locale } from '../../ground/language.ts';

const rates = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });

/** `0`, `0.03`, `4.2`, `1,200`. */
export const rate = (perSecond: number): string =>
  (perSecond > 0 && perSecond < 0.1 ? small : rates).format(perSecond);

const figures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

/** Three digits are enough: `0.025`, `2.35`. */
export const figure = (n: number): string => figures.format(n);
