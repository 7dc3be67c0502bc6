import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Versions', version: 'Version', changed: 'Changed', by: 'By', how: 'How', fields: 'Fields', now: 'now',
  kinds: { created: 'Created', edited: 'Edited', restored: 'Restored', deleted: 'Deleted', autoDisabled: 'Deactivated by failures', autoEnabled: 'Enabled again', replanned: 'Planned anew' },
  from: (version: number) => `from version ${version}`, compare: (from: number, to: number) => `Version ${from} and version ${to}`, with: 'Compare with', layout: { side: 'Side by side', inline: 'Inline' }, layoutLabel: 'Layout',
  field: 'Field', same: 'These two are the same.', restore: (version: number) => `Restore version ${version}`, first: 'This is the first version.', pick: 'Choose a version to see what it changed.',
  restoreHint: (version: number, next: number) => `The job becomes again what it was in version ${version}; that is version ${next}. What follows changes:`, sameAsNow: 'It is the same as the job is now.',
  restored: (version: number) => `Version ${version} is restored.`, was: 'before', is: 'after',
}, {
  title: 'Sürümler', version: 'Sürüm', changed: 'Değişiklik', by: 'Kim', how: 'Nasıl', fields: 'Alanlar', now: 'şimdiki',
  kinds: { created: 'Oluşturuldu', edited: 'Düzenlendi', restored: 'Geri yüklendi', deleted: 'Silindi', autoDisabled: 'Hatalarla kapatıldı', autoEnabled: 'Yeniden etkinleşti', replanned: 'Yeniden planlandı' },
  from: (version: number) => `${version}. sürümden`, compare: (from: number, to: number) => `${from}. ve ${to}. sürüm`, with: 'Karşılaştır', layout: { side: 'Yan yana', inline: 'Alt alta' }, layoutLabel: 'Yerleşim',
  field: 'Alan', same: 'Bu ikisi aynı.', restore: (version: number) => `${version}. sürümü geri yükle`, first: 'Bu ilk sürüm.', pick: 'Neyi değiştirdiğini görmek için bir sürüm seçin.',
  restoreHint: (version: number, next: number) => `İş yeniden ${version}. sürümdeki gibi olur; bu ${next}. sürümdür. Değişecekler:`, sameAsNow: 'İş şu anda zaten böyle.',
  restored: (version: number) => `${version}. sürüm geri yüklendi.`, was: 'önce', is: 'sonra',
});
