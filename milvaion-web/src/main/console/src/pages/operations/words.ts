import { number, words } from '../../ground/language.ts';

export const t = words({
  title: 'Operations',
  none: 'Nothing was done to many at once yet. Select jobs, runs or failures in their lists, or all that a filter means.',
  what: 'What', target: 'On', state: 'State', progress: 'Progress', failedItems: 'Failed', by: 'By', began: 'Began', reason: 'Reason', ended: 'Ended',
  filter: 'Criteria', tags: 'Tags', rate: 'At most', perSecond: (n: number) => `${number(n)} a second`, endedBecause: 'Why it ended', all: 'All there are', chosen: 'Named one by one',
  pause: 'Pause', resume: 'Go on', cancel: 'Cancel the rest',
  cancelTitle: 'Cancel the rest of this operation',
  cancelConsequence: (left: number) => `${number(left)} items are not done yet and stay as they are. What is done stays done.`,
  failures: 'Items that failed', item: 'Item', why: 'Why', of: (doneItems: number, total: number) => `${number(doneItems)} of ${number(total)}`,
  noFailures: 'No item has failed.',
  states: { pending: 'Waiting', running: 'Running', paused: 'Paused', completed: 'Completed', cancelled: 'Cancelled', failed: 'Failed' },
  actions: {
    activate: 'Activate', deactivate: 'Deactivate', trigger: 'Trigger', addTags: 'Add tags', removeTags: 'Remove tags', delete: 'Delete',
    cancel: 'Cancel', replay: 'Replay', resolve: 'Mark as dealt with',
  } as Record<string, string>,
  targets: { jobs: 'jobs', occurrences: 'runs', failedOccurrences: 'failed runs', deadLetters: 'dead letters' } as Record<string, string>,
}, {
  title: 'Toplu işlemler',
  none: 'Henüz birçok kayda birden işlem yapılmadı. Listelerde işleri, çalışmaları ya da hataları seçin veya bir filtrenin kapsadığı her şeyi.',
  what: 'Ne', target: 'Neye', state: 'Durum', progress: 'İlerleme', failedItems: 'Başarısız', by: 'Kim', began: 'Başladı', reason: 'Neden', ended: 'Bitti',
  filter: 'Ölçütler', tags: 'Etiketler', rate: 'En çok', perSecond: (n: number) => `saniyede ${number(n)}`, endedBecause: 'Neden bitti', all: 'Tümü', chosen: 'Tek tek seçilenler',
  pause: 'Duraklat', resume: 'Sürdür', cancel: 'Kalanı iptal et',
  cancelTitle: 'Bu işlemin kalanını iptal et',
  cancelConsequence: (left: number) => `${number(left)} kayıt henüz yapılmadı ve olduğu gibi kalır. Yapılanlar yapılmış kalır.`,
  failures: 'Başarısız olanlar', item: 'Kayıt', why: 'Neden', of: (doneItems: number, total: number) => `${number(doneItems)} / ${number(total)}`,
  noFailures: 'Hiçbir kayıt başarısız olmadı.',
  states: { pending: 'Bekliyor', running: 'Çalışıyor', paused: 'Duraklatıldı', completed: 'Tamamlandı', cancelled: 'İptal edildi', failed: 'Başarısız' },
  actions: {
    activate: 'Etkinleştir', deactivate: 'Devre dışı bırak', trigger: 'Tetikle', addTags: 'Etiket ekle', removeTags: 'Etiket kaldır', delete: 'Sil',
    cancel: 'İptal et', replay: 'Yeniden çalıştır', resolve: 'Çözüldü olarak işaretle',
  } as Record<string, string>,
  targets: { jobs: 'işler', occurrences: 'çalışmalar', failedOccurrences: 'başarısız çalışmalar', deadLetters: 'ölü mektuplar' } as Record<string, string>,
});
