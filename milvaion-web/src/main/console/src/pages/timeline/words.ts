import { plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Timeline', asTable: 'Show as table', asLanes: 'Show as lanes', filter: 'Filter lanes', lanes: 'Lanes',
  by: { job: 'Job', worker: 'Worker', group: 'Worker group' }, state: 'State', allStates: 'All states',
  planned: 'Planned', started: 'Started', ended: 'Ended', duration: 'Duration', nobody: 'None yet', late: 'late or waiting',
  moving: 'Part of time', from: 'From', to: 'To', earlier: 'Earlier', later: 'Later', nearer: 'Zoom in', farther: 'Zoom out', toNow: 'Last hour',
  ofJob: (name: string) => `Job: ${name}`, none: 'Nothing ran in this part of time.',
  keys: 'Lanes of runs: + and - zoom, arrows move, Home goes to now. The same is shown as a table by the button above.',
  sentence: (runs: number, lanes: number, bad: number) => `${plural(runs, 'run', 'runs')} in ${plural(lanes, 'lane', 'lanes')}, ${bad === 0 ? 'none' : bad} failed.`,
  dense: 'More than 2,000 runs: shown is how many were planned when. Zoom in to see each.',
  tooMany: (from: string) => `Only the newest 5,000 runs were read, those planned from ${from} on: shown is how many were planned when. Zoom in or filter to see the others.`,
}, {
  title: 'Zaman çizelgesi', asTable: 'Tablo olarak göster', asLanes: 'Şeritler olarak göster', filter: 'Şeritleri filtrele', lanes: 'Şeritler',
  by: { job: 'İş', worker: 'İşçi', group: 'İşçi grubu' }, state: 'Durum', allStates: 'Tüm durumlar',
  planned: 'Planlanan', started: 'Başlangıç', ended: 'Bitiş', duration: 'Süre', nobody: 'Henüz yok', late: 'gecikme ya da bekleme',
  moving: 'Zaman aralığı', from: 'Başlangıç', to: 'Bitiş', earlier: 'Daha erken', later: 'Daha geç', nearer: 'Yakınlaştır', farther: 'Uzaklaştır', toNow: 'Son saat',
  ofJob: (name: string) => `İş: ${name}`, none: 'Bu zaman aralığında hiçbir şey çalışmadı.',
  keys: 'Çalışma şeritleri: + ve - yakınlaştırır, oklar kaydırır, Home şimdiye götürür. Aynısı yukarıdaki düğmeyle tablo olarak görülür.',
  sentence: (runs: number, lanes: number, bad: number) => `${plural(lanes, 'şeritte', 'şeritte')} ${plural(runs, 'çalışma', 'çalışma')}, başarısız: ${bad}.`,
  dense: '2.000’den fazla çalışma: ne zaman kaçının planlandığı gösteriliyor. Tek tek görmek için yakınlaştırın.',
  tooMany: (from: string) => `Yalnızca en yeni 5.000 çalışma okundu (${from} ve sonrası): ne zaman kaçının planlandığı gösteriliyor. Ötekiler için yakınlaştırın ya da filtreleyin.`,
});
