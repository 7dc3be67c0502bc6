import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Missed runs', none: 'No planned instant was missed in this time. What does not run at its instant is listed here with its reason.',
  job: 'Job', planned: 'Planned', count: 'Instants', reason: 'Reason', detail: 'Detail', late: 'Ran late by', until: (at: string) => `to ${at}`,
  range: { day: 'Last 24 hours', week: 'Last 7 days', month: 'Last 30 days', all: 'All that is kept' } as Record<string, string>, since: 'Time',
  jobChip: (name: string) => `job ${name}`, reasonChip: (name: string) => `reason: ${name}`,
  byReason: 'By reason', instants: (n: number) => plural(n, 'instant', 'instants'),
  ranLate: 'ran late',
  reasons: {
    overlap: 'the run before had not ended', full: 'the job was at its limit of runs', misfire: 'too late, and its misfire policy skips', merged: 'merged into one run',
    beyondLimit: 'more instants than are caught up', rescheduled: 'the schedule was changed', deactivated: 'the job was paused', deleted: 'the job was deleted', late: 'ran, but late',
  } as Record<string, string>,
}, {
  title: 'Kaçırılan çalışmalar', none: 'Bu sürede kaçırılan planlı an yok. Anında çalışmayanlar nedeniyle birlikte burada listelenir.',
  job: 'İş', planned: 'Planlanan', count: 'An', reason: 'Neden', detail: 'Ayrıntı', late: 'Gecikme', until: (at: string) => `${at} zamanına kadar`,
  range: { day: 'Son 24 saat', week: 'Son 7 gün', month: 'Son 30 gün', all: 'Saklanan her şey' } as Record<string, string>, since: 'Zaman',
  jobChip: (name: string) => `iş ${name}`, reasonChip: (name: string) => `neden: ${name}`,
  byReason: 'Nedene göre', instants: (n: number) => `${number(n)} an`,
  ranLate: 'geç çalıştı',
  reasons: {
    overlap: 'önceki çalışma bitmemişti', full: 'iş çalışma sınırındaydı', misfire: 'çok geç kaldı ve ilkesi atlıyor', merged: 'tek çalışmada birleştirildi',
    beyondLimit: 'yetişilecek andan fazlaydı', rescheduled: 'zamanlama değişti', deactivated: 'iş duraklatılmıştı', deleted: 'iş silinmişti', late: 'çalıştı ama geç',
  } as Record<string, string>,
});
