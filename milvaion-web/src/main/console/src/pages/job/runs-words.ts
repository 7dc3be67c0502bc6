import { plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Runs of this job', none: 'It has not run yet.', state: 'State', planned: 'Planned', started: 'Started', late: 'Late by', duration: 'Duration', attempt: 'Attempt', worker: 'Worker', trigger: 'Trigger',
  version: 'Version', scheduled: 'schedule', manual: 'by hand', news: (n: number) => `${plural(n, 'new run', 'new runs')}: show`,
  missed: 'Missed runs of this job', noMissed: 'No planned instant was missed. What does not run at its instant is listed here, with its reason.', last: 'Last', count: 'Instants', reason: 'Reason', recorded: 'Recorded',
  reasons: {
    overlap: 'the run before had not ended', full: 'the job was at its limit of runs', misfire: 'too late, and its policy leaves them out', merged: 'merged into one run',
    beyondLimit: 'more than are made up for', rescheduled: 'the schedule was changed', deactivated: 'the job was paused', deleted: 'the job was deleted', late: 'ran, but late',
  },
}, {
  title: 'Bu işin çalışmaları', none: 'Henüz çalışmadı.', state: 'Durum', planned: 'Planlanan', started: 'Başlangıç', late: 'Gecikme', duration: 'Süre', attempt: 'Deneme', worker: 'İşçi', trigger: 'Tetikleyen',
  version: 'Sürüm', scheduled: 'zamanlama', manual: 'elle', news: (n: number) => `${plural(n, 'yeni çalışma', 'yeni çalışma')}: göster`,
  missed: 'Bu işin kaçırılan çalışmaları', noMissed: 'Kaçırılan planlı an yok. Anında çalışmayanlar nedeniyle birlikte burada listelenir.', last: 'Son', count: 'An', reason: 'Neden', recorded: 'Kayıt',
  reasons: {
    overlap: 'önceki çalışma bitmemişti', full: 'iş çalışma sınırındaydı', misfire: 'çok geç kaldı ve ilkesi atlıyor', merged: 'tek çalışmada birleştirildi',
    beyondLimit: 'telafi edilecekten fazlaydı', rescheduled: 'zamanlama değişti', deactivated: 'iş duraklatılmıştı', deleted: 'iş silinmişti', late: 'çalıştı ama geç',
  },
});
