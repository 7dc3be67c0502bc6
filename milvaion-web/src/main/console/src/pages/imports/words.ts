import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Imports', hint: 'Takes over what another scheduler runs. Nothing is stored before you have seen what becomes of each entry.',
  format: 'It comes from', formats: {
    crontab: 'crontab of a user (crontab -l)', systemCrontab: 'crontab of the system (/etc/crontab, /etc/cron.d)', kubernetes: 'Kubernetes CronJobs (YAML or JSON)', quartzXml: 'Quartz jobs.xml', quartz: 'Quartz tables of its JDBC store (JSON)',
    spring: 'Spring @Scheduled (a list of attributes)', systemd: 'systemd timer units', dbScheduler: 'db-scheduler, rows of scheduled_tasks (JSON)', jobRunr: 'JobRunr, rows of recurring jobs (JSON)', xxlJob: 'XXL-JOB, rows of xxl_job_info (JSON)',
    hangfire: 'Hangfire recurring jobs (JSON)', milvaion: 'Milvaion documents',
  },
  text: 'What it has', textHint: 'Paste it, drop a file on it, or choose one.', file: 'Choose a file', more: 'For all of them', zone: 'Time zone of that machine', zoneHint: 'Where it names none itself. Empty: UTC.',
  prefix: 'Prefix of the names', jobType: 'Job type', workerGroup: 'Worker group', tag: 'Tag', update: 'Change jobs that an import of the same names has made', look: 'Show what becomes of it', looking: 'Looking…',
  nothing: 'There is nothing in it.', apply: (n: number) => `Take over ${plural(n, 'job', 'jobs')}`, applied: (n: number) => `${plural(n, 'job was', 'jobs were')} taken over`, toJobs: 'Show jobs',
  summary: (all: number, right: number, differing: number) => `${plural(all, 'entry', 'entries')}; ${number(right)} can be taken over${differing > 0 ? `, ${number(differing)} of them would run at other times than there` : ''}.`, leaveOut: (n: number) => `${plural(n, 'entry is', 'entries are')} left out:`,
  entry: 'Entry', becomes: 'Becomes', times: 'Next runs', notes: 'What is lost or changed', actions: { create: 'a new job', update: 'a change of a job', unchanged: 'no change' }, refused: 'It cannot be taken over',
  same: 'the same here and there', differs: 'not the same', first: 'First difference', theirs: 'There', ours: 'Here', none: 'no run', noRuns: 'not known', weights: { lost: 'lost', changed: 'changed', info: 'note' }, job: 'The job', details: 'Runs and job',
  stale: 'Since you have looked something has changed: look again.',
}, {
  title: 'İçe aktarma', hint: 'Başka bir zamanlayıcının çalıştırdıklarını devralır. Her kaydın ne olacağını görmeden hiçbir şey saklanmaz.',
  format: 'Kaynağı', formats: {
    crontab: 'bir kullanıcının crontab dosyası (crontab -l)', systemCrontab: 'sistemin crontab dosyası (/etc/crontab, /etc/cron.d)', kubernetes: 'Kubernetes CronJob (YAML ya da JSON)', quartzXml: 'Quartz jobs.xml', quartz: 'Quartz JDBC tabloları (JSON)',
    spring: 'Spring @Scheduled (nitelik listesi)', systemd: 'systemd zamanlayıcı birimleri', dbScheduler: 'db-scheduler, scheduled_tasks satırları (JSON)', jobRunr: 'JobRunr, yinelenen iş satırları (JSON)', xxlJob: 'XXL-JOB, xxl_job_info satırları (JSON)',
    hangfire: 'Hangfire yinelenen işleri (JSON)', milvaion: 'Milvaion belgeleri',
  },
  text: 'İçeriği', textHint: 'Yapıştırın, üstüne bir dosya bırakın ya da seçin.', file: 'Dosya seç', more: 'Hepsi için', zone: 'O makinenin saat dilimi', zoneHint: 'Kendisi söylemiyorsa. Boş: UTC.',
  prefix: 'Adların öneki', jobType: 'İş türü', workerGroup: 'İşçi grubu', tag: 'Etiket', update: 'Aynı adlı içe aktarmanın yaptığı işleri değiştir', look: 'Ne olacağını göster', looking: 'Bakılıyor…',
  nothing: 'İçinde bir şey yok.', apply: (n: number) => `${n} işi devral`, applied: (n: number) => `${n} iş devralındı`, toJobs: 'İşleri göster',
  summary: (all: number, right: number, differing: number) => `${number(all)} kayıt; ${number(right)} tanesi devralınabilir${differing > 0 ? `, ${number(differing)} tanesi oradakinden başka zamanlarda çalışır` : ''}.`, leaveOut: (n: number) => `${n} kayıt dışarıda kalır:`,
  entry: 'Kayıt', becomes: 'Ne olur', times: 'Sonraki çalışmalar', notes: 'Yiten ya da değişen', actions: { create: 'yeni bir iş', update: 'bir işin değişikliği', unchanged: 'değişiklik yok' }, refused: 'Devralınamaz',
  same: 'burada ve orada aynı', differs: 'aynı değil', first: 'İlk fark', theirs: 'Orada', ours: 'Burada', none: 'çalışma yok', noRuns: 'bilinmiyor', weights: { lost: 'yiter', changed: 'değişir', info: 'not' }, job: 'İş', details: 'Çalışmalar ve iş',
  stale: 'Siz baktıktan sonra bir şey değişti: yeniden bakın.',
});
