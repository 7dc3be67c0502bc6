import { plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Upcoming', range: 'Range', day: 'Next 24 hours', week: 'Next 7 days', chart: 'Planned runs', asTable: 'Show as table',
  sentence: (runs: number, jobs: number, peak: number, at: string) =>
    `${plural(runs, 'run is', 'runs are')} planned, of ${plural(jobs, 'job', 'jobs')}; the most at once are ${peak}, at ${at}.`,
  nothing: 'No run is planned in this range.', estimated: (n: number) => `${plural(n, 'job was', 'jobs were')} counted by how often they run at first.`,
  herd: 'The herd', herdHint: 'Moments with most runs. Spread them: give jobs another minute, or let their form spread them over seconds.', at: 'At', runs: 'Runs', jobs: 'Jobs', whose: 'Whose',
  others: (n: number) => `and ${plural(n, 'other', 'others')}`, hour: 'From', next: 'Next runs', job: 'Job', type: 'Type',
  without: 'Without a next run', allPlanned: 'Every job has a next run.', reason: 'Why', last: 'Last planned run', shownOf: (shown: string, all: string) => `The first ${shown} of ${all}.`,
  reasons: {
    unreadable: 'This node cannot read its expression or time zone', over: 'Its expression never comes again', passed: 'Its only instant has passed, and it has not run',
    disabled: 'Its failures have switched it off', inactive: 'It is not active', hasRun: 'It was to run once, and has', notScheduled: 'It has no schedule: it runs when it is triggered',
  },
  rules: 'It is what the timetables say; overlap, limits and stops decide when the time comes.',
}, {
  title: 'Yaklaşanlar', range: 'Aralık', day: 'Sonraki 24 saat', week: 'Sonraki 7 gün', chart: 'Planlanan çalışmalar', asTable: 'Tablo olarak göster',
  sentence: (runs: number, jobs: number, peak: number, at: string) =>
    `${jobs} işin ${runs} çalışması planlı; aynı anda en çok ${peak} tane, ${at} anında.`,
  nothing: 'Bu aralıkta planlanan çalışma yok.', estimated: (n: number) => `${n} iş, başlangıçtaki sıklığına göre sayıldı.`,
  herd: 'Sürü', herdHint: 'En çok çalışmanın toplandığı anlar. Dağıtın: işlere başka bir dakika verin ya da formlarında saniyelere yayın.', at: 'An', runs: 'Çalışma', jobs: 'İş', whose: 'Kimin',
  others: (n: number) => `ve ${n} tane daha`, hour: 'Başlangıç', next: 'Sonraki çalışmalar', job: 'İş', type: 'Tür',
  without: 'Sonraki çalışması olmayanlar', allPlanned: 'Her işin sonraki çalışması var.', reason: 'Neden', last: 'Son planlanan çalışma', shownOf: (shown: string, all: string) => `${all} işten ilk ${shown} tanesi.`,
  reasons: {
    unreadable: 'Bu düğüm ifadesini ya da saat dilimini okuyamıyor', over: 'İfadesi bir daha gelmiyor', passed: 'Tek anı geçti ve çalışmadı',
    disabled: 'Hataları onu kapattı', inactive: 'Etkin değil', hasRun: 'Bir kez çalışacaktı ve çalıştı', notScheduled: 'Zamanlaması yok: tetiklenince çalışır',
  },
  rules: 'Zamanlamaların söylediği budur; çakışma, sınırlar ve durdurmalar vakti gelince karar verir.',
});
