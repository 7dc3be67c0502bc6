import { plural, words } from '../../ground/language.ts';

const n = (count: number) => plural(count, 'job', 'jobs');
const iş = (count: number) => plural(count, 'iş', 'iş');

export const t = words({
  ticked: (count: number) => `${n(count)} selected`, none: 'Select none', all: 'All that match', ofTicked: 'Do with the selected jobs', ofAll: (total: string) => `With all ${total}`,
  verbs: { activate: 'Activate', deactivate: 'Pause', trigger: 'Trigger', addTags: 'Add tags', removeTags: 'Remove tags', delete: 'Delete' },
  titles: {
    activate: (count: number) => `Activate ${n(count)}`, deactivate: (count: number) => `Pause ${n(count)}`, trigger: (count: number) => `Trigger ${n(count)}`,
    addTags: (count: number) => `Add tags to ${n(count)}`, removeTags: (count: number) => `Remove tags from ${n(count)}`, delete: (count: number) => `Delete ${n(count)}`,
  },
  consequences: {
    activate: 'They are planned from now on; what was due while they were paused does not run.',
    deactivate: 'Nothing more of them starts by itself; runs that are under way go on. They can be activated again.',
    trigger: 'Each starts one run now, also those that are paused.',
    addTags: 'Each gets a new version. Tags that a job has already stay.',
    removeTags: 'Each that has one of them gets a new version.',
    delete: 'Nothing of them starts any more, and queued runs are cancelled. Their history stays. This cannot be undone.',
  },
  first: (shown: number, total: number) => (shown < total ? `The first ${shown}:` : 'These:'),
  tags: 'Tags, divided by commas', next: 'Count the jobs', which: 'First it is counted which jobs this means.',
  done: (title: string) => `Done: ${title}.`,
  failed: (failures: number, all: number, names: string) => `${failures} of ${all} failed: ${names}`,
  wholeList: 'There is no filter: this means every job.',
}, {
  ticked: (count: number) => `${iş(count)} seçili`, none: 'Seçimi kaldır', all: 'Uyanların tümü', ofTicked: 'Seçili işlerle yap', ofAll: (total: string) => `${total} için`,
  verbs: { activate: 'Etkinleştir', deactivate: 'Duraklat', trigger: 'Tetikle', addTags: 'Etiket ekle', removeTags: 'Etiket kaldır', delete: 'Sil' },
  titles: {
    activate: (count: number) => `${iş(count)} etkinleştir`, deactivate: (count: number) => `${iş(count)} duraklat`, trigger: (count: number) => `${iş(count)} tetikle`,
    addTags: (count: number) => `${iş(count)} için etiket ekle`, removeTags: (count: number) => `${iş(count)} için etiket kaldır`, delete: (count: number) => `${iş(count)} sil`,
  },
  consequences: {
    activate: 'Şu andan itibaren planlanırlar; duraklatılmışken zamanı gelenler çalışmaz.',
    deactivate: 'Hiçbiri artık kendiliğinden başlamaz; süren çalışmalar devam eder. Yeniden etkinleştirilebilirler.',
    trigger: 'Her biri şimdi bir çalışma başlatır, duraklatılmış olanlar da.',
    addTags: 'Her biri yeni bir sürüm alır. İşte zaten olan etiketler kalır.',
    removeTags: 'Bunlardan birine sahip her iş yeni bir sürüm alır.',
    delete: 'Hiçbiri artık başlamaz, kuyruktaki çalışmalar iptal edilir. Geçmişleri kalır. Geri alınamaz.',
  },
  first: (shown: number, total: number) => (shown < total ? `İlk ${shown}:` : 'Bunlar:'),
  tags: 'Virgülle ayrılmış etiketler', next: 'İşleri say', which: 'Önce hangi işlerin kastedildiği sayılır.',
  done: (title: string) => `Bitti: ${title}.`,
  failed: (failures: number, all: number, names: string) => `${all} işten ${failures} tanesi başarısız: ${names}`,
  wholeList: 'Filtre yok: tüm işler kastediliyor.',
});
