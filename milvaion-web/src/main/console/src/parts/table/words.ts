import { words } from '../../ground/language.ts';

export const t = words({
  tick: (row: number) => `Select row ${row}`,
  tickAll: 'Select all rows that are loaded',
}, {
  tick: (row: number) => `${row}. satırı seç`,
  tickAll: 'Yüklenen tüm satırları seç',
});
