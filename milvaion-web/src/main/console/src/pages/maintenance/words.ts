import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Maintenance',
  cluster: 'Whole cluster', runs: 'Dispatching: due jobs become runs.', stop: 'Stop dispatching', resume: 'Resume dispatching',
  stoppedBy: (who: string, why: string) => `Stopped by ${who}: ${why}`, since: 'Since',
  ask: {
    stop: 'Stop dispatching?', stops: 'On all nodes nothing is planned, retried or published, and triggers are refused. What runs now ends.',
    resume: 'Resume dispatching?', resumes: 'What is due runs at once; what was missed follows the misfire policies of the jobs.',
    pause: 'Pause jobs', pauses: 'Their due runs wait and triggers of them are refused; other jobs run, and what runs now ends. In the end, what was missed follows the misfire policies.',
    end: (what: string) => `End the pause of ${what}?`, ends: 'What is due runs at once; what was missed follows the misfire policies of the jobs.',
    kind: 'Jobs of', name: 'Name', until: 'Ends by itself at (your time)', untilHint: 'Empty: until somebody ends it.',
  },
  done: { stop: 'Dispatching is stopped', resume: 'Dispatching goes on', pause: (what: string) => `${what} is paused`, end: (what: string) => `${what} goes on` },
  kinds: { jobType: 'a job type', workerGroup: 'a worker group', tag: 'a tag' },
  pauses: 'Pauses', none: 'Nothing is paused. A pause lets the jobs of one type, worker group or tag rest while others run.',
  what: 'What', reason: 'Reason', by: 'By', at: 'Since', until: 'Until', actions: 'Actions', forever: 'somebody ends it',
  newPause: 'Pause jobs', end: 'End pause', resumesShort: 'Resume',
  history: 'Last stops of the cluster', noHistory: 'Dispatching was never stopped.', stopped: 'Stopped', resumed: 'Resumed', lasts: 'lasts',
  drains: 'To take single workers out of service, drain them:', workers: 'Workers',
}, {
  title: 'Bakım',
  cluster: 'Tüm küme', runs: 'Dağıtım sürüyor: zamanı gelen işler çalışmaya dönüşüyor.', stop: 'Dağıtımı durdur', resume: 'Dağıtımı sürdür',
  stoppedBy: (who: string, why: string) => `${who} durdurdu: ${why}`, since: 'Başlangıç',
  ask: {
    stop: 'Dağıtım durdurulsun mu?', stops: 'Hiçbir düğümde bir şey planlanmaz, yinelenmez, yayımlanmaz; tetiklemeler reddedilir. Şu an çalışanlar sona erer.',
    resume: 'Dağıtım sürdürülsün mü?', resumes: 'Zamanı gelenler hemen çalışır; kaçırılanlar işlerin kaçırma kurallarına uyar.',
    pause: 'İşleri duraklat', pauses: 'Zamanı gelen çalışmaları bekler, tetiklenmeleri reddedilir; diğer işler çalışır, şu an çalışanlar sona erer. Sonunda kaçırılanlar kaçırma kurallarına uyar.',
    end: (what: string) => `${what} için duraklatma bitsin mi?`, ends: 'Zamanı gelenler hemen çalışır; kaçırılanlar işlerin kaçırma kurallarına uyar.',
    kind: 'Hangi işler', name: 'Ad', until: 'Kendiliğinden bitiş (sizin saatiniz)', untilHint: 'Boş: biri bitirene kadar.',
  },
  done: { stop: 'Dağıtım durduruldu', resume: 'Dağıtım sürüyor', pause: (what: string) => `${what} duraklatıldı`, end: (what: string) => `${what} sürüyor` },
  kinds: { jobType: 'bir iş türü', workerGroup: 'bir işçi grubu', tag: 'bir etiket' },
  pauses: 'Duraklatmalar', none: 'Duraklatılan yok. Duraklatma, diğerleri çalışırken bir türün, işçi grubunun ya da etiketin işlerini dinlendirir.',
  what: 'Ne', reason: 'Neden', by: 'Kim', at: 'Başlangıç', until: 'Bitiş', actions: 'Eylemler', forever: 'biri bitirene kadar',
  newPause: 'İşleri duraklat', end: 'Duraklatmayı bitir', resumesShort: 'Sürdür',
  history: 'Kümenin son durdurmaları', noHistory: 'Dağıtım hiç durdurulmadı.', stopped: 'Durduruldu', resumed: 'Sürdürüldü', lasts: 'sürüyor',
  drains: 'Tek tek işçileri hizmetten almak için onları boşaltın:', workers: 'İşçiler',
});
