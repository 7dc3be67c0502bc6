import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Jobs', newJob: 'New job', total: (n: number, more: boolean) => (more ? `more than ${number(n)} jobs` : plural(n, 'job', 'jobs')),
  news: (n: number) => `${plural(n, 'new job', 'new jobs')}: show`,
  columns: 'Columns', views: 'Views', more: 'More',
  column: {
    name: 'Name', state: 'State', type: 'Type', group: 'Worker group', schedule: 'Schedule', next: 'Next run', last: 'Last result',
    runs: 'Last 30 runs', p95: 'p95', tags: 'Tags', updated: 'Changed', created: 'Created',
  },
  standard: 'Standard columns', p95Hint: '95 of 100 completed runs of the last 30 days took no longer',
  once: 'Once', onTrigger: 'Only when triggered', deleted: 'Deleted', anyGroup: 'any',
  text: 'Name, description or type', filter: {
    q: 'Text', tag: 'Tag', jobType: 'Type', workerGroup: 'Worker group', active: 'State', any: 'Active and paused', active_: 'Only active', paused: 'Only paused',
  },
  grouped: 'Group by', by: { none: 'No groups', tag: 'Tag', jobType: 'Type', workerGroup: 'Worker group' },
  chip: { active: 'Only active', paused: 'Only paused', sort: (what: string) => `Sorted by ${what}`, group: (by: string) => `Grouped by ${by}` },
  withoutValue: { tag: 'Without a tag', workerGroup: 'Any worker group', jobType: '' },
  jobs: 'Jobs', ofThemActive: 'Active', firstGroups: 'Only the 200 largest groups are shown.',
  none: 'A job says what runs, and when: a type that some worker knows, a schedule, and data for each run. There is none yet.',
  nothing: 'No job fits this filter.', clear: 'Clear the filter',
}, {
  title: 'İşler', newJob: 'Yeni iş', total: (n: number, more: boolean) => (more ? `${number(n)} işten fazla` : plural(n, 'iş', 'iş')),
  news: (n: number) => `${plural(n, 'yeni iş', 'yeni iş')}: göster`,
  columns: 'Sütunlar', views: 'Görünümler', more: 'Diğer',
  column: {
    name: 'Ad', state: 'Durum', type: 'Tür', group: 'İşçi grubu', schedule: 'Zamanlama', next: 'Sonraki çalışma', last: 'Son sonuç',
    runs: 'Son 30 çalışma', p95: 'p95', tags: 'Etiketler', updated: 'Değişiklik', created: 'Oluşturulma',
  },
  standard: 'Standart sütunlar', p95Hint: 'Son 30 günün tamamlanan 100 çalışmasından 95 tanesi bundan uzun sürmedi',
  once: 'Bir kez', onTrigger: 'Yalnızca tetiklenince', deleted: 'Silindi', anyGroup: 'herhangi',
  text: 'Ad, açıklama veya tür', filter: {
    q: 'Metin', tag: 'Etiket', jobType: 'Tür', workerGroup: 'İşçi grubu', active: 'Durum', any: 'Etkin ve duraklatılmış', active_: 'Yalnızca etkin', paused: 'Yalnızca duraklatılmış',
  },
  grouped: 'Grupla', by: { none: 'Gruplama yok', tag: 'Etiket', jobType: 'Tür', workerGroup: 'İşçi grubu' },
  chip: { active: 'Yalnızca etkin', paused: 'Yalnızca duraklatılmış', sort: (what: string) => `Sıralama: ${what}`, group: (by: string) => `Gruplama: ${by}` },
  withoutValue: { tag: 'Etiketsiz', workerGroup: 'Herhangi bir işçi grubu', jobType: '' },
  jobs: 'İş', ofThemActive: 'Etkin', firstGroups: 'Yalnızca en büyük 200 grup gösteriliyor.',
  none: 'Bir iş neyin ne zaman çalışacağını söyler: bir işçinin bildiği bir tür, bir zamanlama ve her çalışmanın verisi. Henüz hiç iş yok.',
  nothing: 'Bu filtreye uyan iş yok.', clear: 'Filtreyi temizle',
});
