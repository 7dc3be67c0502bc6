import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Dead letters', none: 'There is no dead letter: every message was understood by whoever got it.', noneFits: 'No dead letter fits these criteria.',
  search: 'Search in reasons', searchChip: (text: string) => `contains “${text}”`,
  at: 'Stored', queue: 'Queue', key: 'Routing key', reason: 'Reason', size: 'Bytes', run: 'Run', body: 'Message', headers: 'Headers', cut: 'Only the beginning is kept.',
  show: 'Show', close: 'Close', delete: 'Delete', deleteAll: 'Delete these…', deleteMany: (n: number) => `Delete ${plural(n, 'dead letter', 'dead letters')}`,
  deleteTitle: 'Delete dead letters', consequence: 'The messages are gone for good. Runs are not affected: what a lost message meant is decided by recovery.',
}, {
  title: 'Ölü mektuplar', none: 'Ölü mektup yok: her ileti alıcısı tarafından anlaşıldı.', noneFits: 'Bu ölçütlere uyan ölü mektup yok.',
  search: 'Nedenlerde ara', searchChip: (text: string) => `“${text}” içeren`,
  at: 'Saklandı', queue: 'Kuyruk', key: 'Yönlendirme anahtarı', reason: 'Neden', size: 'Bayt', run: 'Çalışma', body: 'İleti', headers: 'Başlıklar', cut: 'Yalnızca başı saklandı.',
  show: 'Göster', close: 'Kapat', delete: 'Sil', deleteAll: 'Bunları sil…', deleteMany: (n: number) => `${number(n)} ölü mektubu sil`,
  deleteTitle: 'Ölü mektupları sil', consequence: 'İletiler tümüyle gider. Çalışmalar etkilenmez: kayıp bir iletinin ne olduğuna kurtarma karar verir.',
});
