import { words } from '../../ground/language.ts';

export const t = words({
  value: 'a value is expected here', name: 'a name in quotation marks is expected here', colon: 'a colon is expected here',
  comma: 'a comma or a closing bracket is expected here', end: 'nothing more may follow',
  noObject: 'this has to be an object: { … }',
  at: (line: number, column: number, message: string) => `Line ${line}, column ${column}: ${message}.`,
  format: 'Indent', leave: 'Esc, then Tab leaves the editor.',
}, {
  value: 'burada bir değer bekleniyor', name: 'burada tırnak içinde bir ad bekleniyor', colon: 'burada iki nokta bekleniyor',
  comma: 'burada virgül ya da kapanan ayraç bekleniyor', end: 'ardından başka bir şey gelemez',
  noObject: 'bu bir nesne olmalı: { … }',
  at: (line: number, column: number, message: string) => `Satır ${line}, sütun ${column}: ${message}.`,
  format: 'Girintile', leave: 'Esc, ardından Tab düzenleyiciden çıkar.',
});
