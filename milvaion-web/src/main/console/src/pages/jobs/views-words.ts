import { words } from '../../ground/language.ts';

export const t = words({
  views: 'Views', mine: 'My views', shared: 'Shared views', none: 'No view is saved yet.', save: 'Save this filter…', saveTitle: 'Save this filter as a view',
  consequence: 'A view keeps the filter: text, tag, type, worker group and state.', name: 'Name', share: 'For everybody', verb: 'Save view',
  saved: (name: string) => `View “${name}” is saved.`, remove: (name: string) => `Delete the view ${name}`, removeVerb: 'Delete view',
  removed: (name: string) => `View “${name}” is deleted.`, gone: (name: string) => `Nobody finds “${name}” any more; jobs are not touched.`, by: (owner: string) => `by ${owner}`,
}, {
  views: 'Görünümler', mine: 'Görünümlerim', shared: 'Paylaşılan görünümler', none: 'Henüz kayıtlı görünüm yok.', save: 'Bu filtreyi kaydet…', saveTitle: 'Bu filtreyi görünüm olarak kaydet',
  consequence: 'Görünüm filtreyi saklar: metin, etiket, tür, işçi grubu ve durum.', name: 'Ad', share: 'Herkes için', verb: 'Görünümü kaydet',
  saved: (name: string) => `“${name}” görünümü kaydedildi.`, remove: (name: string) => `${name} görünümünü sil`, removeVerb: 'Görünümü sil',
  removed: (name: string) => `“${name}” görünümü silindi.`, gone: (name: string) => `“${name}” artık bulunmaz; işlere dokunulmaz.`, by: (owner: string) => `sahibi ${owner}`,
});
