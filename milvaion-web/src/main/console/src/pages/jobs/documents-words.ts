import { plural, words } from '../../ground/language.ts';

const n = (count: number) => plural(count, 'object', 'objects');

export const t = words({
  menu: 'Files', exportYaml: 'Export all jobs as YAML', import: 'Import documents…',
  title: 'Import documents', hint: 'Documents of kind Job or Role in YAML or JSON, as an export writes them. What is there becomes what they say, all or nothing.',
  file: 'File', text: 'Documents', adopt: 'Take over objects that were made by hand', compare: 'Compare', apply: (count: number) => `Apply ${n(count)}`,
  nothing: 'Nothing would change: everything is as the documents say.', back: 'Back', change: 'Change the documents',
  counts: { create: 'new', update: 'changed', delete: 'deleted', unchanged: 'unchanged' },
  actions: { create: 'New', update: 'Changes', delete: 'Goes', unchanged: 'Unchanged' },
  field: 'Field', before: 'Before', after: 'After', done: (count: number) => `Applied: ${n(count)}.`,
}, {
  menu: 'Dosyalar', exportYaml: 'Tüm işleri YAML olarak dışa aktar', import: 'Belge içe aktar…',
  title: 'Belge içe aktar', hint: 'Dışa aktarımın yazdığı gibi, YAML veya JSON biçiminde Job ya da Role belgeleri. Ya hepsi uygulanır ya hiçbiri.',
  file: 'Dosya', text: 'Belgeler', adopt: 'Elle oluşturulan nesneleri devral', compare: 'Karşılaştır', apply: (count: number) => `${plural(count, 'nesneyi', 'nesneyi')} uygula`,
  nothing: 'Hiçbir şey değişmez: her şey belgelerdeki gibi.', back: 'Vazgeç', change: 'Belgeleri değiştir',
  counts: { create: 'yeni', update: 'değişen', delete: 'silinen', unchanged: 'aynı' },
  actions: { create: 'Yeni', update: 'Değişir', delete: 'Silinir', unchanged: 'Aynı' },
  field: 'Alan', before: 'Önce', after: 'Sonra', done: (count: number) => `Uygulandı: ${plural(count, 'nesne', 'nesne')}.`,
});
