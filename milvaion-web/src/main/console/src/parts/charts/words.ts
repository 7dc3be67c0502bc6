import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  asTable: 'Show as table', asChart: 'Show as chart', at: 'From', ended: 'Ended', started: 'Started', success: 'Success',
  day: 'Day (UTC)', planned: 'Planned', state: 'State', duration: 'Duration', none: 'Nothing ran in this time.',
  half: 'half (p50)', most: '95 of 100 (p95)', nearlyAll: '99 of 100 (p99)',
  failures: 'Failed', runs: 'Runs', mean: 'Mean', longest: 'Longest', job: 'Job', deleted: 'deleted',
  range: 'Range', ranges: { '1h': '1 hour', '24h': '24 hours', '7d': '7 days', '30d': '30 days', '90d': '90 days', '1y': '1 year' },
  last: { '1h': 'In the last hour', '24h': 'In the last 24 hours', '7d': 'In the last 7 days', '30d': 'In the last 30 days', '90d': 'In the last 90 days', '1y': 'In the last year' },
  endedSentence: (last: string, ended: number, rate: string) => `${last}, ${plural(ended, 'run', 'runs')} ended${rate === '' ? '' : `, ${rate} of them well`}`,
  wrongSentence: (failed: number, timedOut: number, unknown: number) =>
    [failed > 0 ? `${number(failed)} failed` : '', timedOut > 0 ? `${number(timedOut)} timed out` : '', unknown > 0 ? `${number(unknown)} unknown` : '']
      .filter((part) => part !== '').join(', '),
  durationSentence: (p50: string, p95: string, longest: string) => `Half of the completed runs took at most ${p50}, 95 of 100 at most ${p95}; the longest took ${longest}.`,
  latenessSentence: (p50: string, p99: string) => `Half of the runs started within ${p50} after they were due, 99 of 100 within ${p99}.`,
  scatterSentence: (runs: number, longest: string) => `Each mark is one of the last ${plural(runs, 'run', 'runs')} that a worker has ended; the longest took ${longest}.`,
  yearSentence: (runs: number, days: number, bad: number) => `${plural(runs, 'run', 'runs')} on ${plural(days, 'day', 'days')} of the last year; on ${plural(bad, 'day', 'days')} some failed.`,
  cell: (day: string, runs: number, failures: number) => `${day}: ${plural(runs, 'run', 'runs')}, ${number(failures)} failed`,
  asOf: (at: string) => `Added up as of ${at}`, since: (at: string) => `Counted since ${at}: what ended before is not in it.`,
  runsOverTime: 'Runs by how they ended', durations: 'Duration', lateness: 'Due to start', scatter: 'Last runs', year: 'The last year',
  weekdays: ['Mon', '', 'Wed', '', 'Fri', '', ''], less: 'fewer', more: 'more', someFailed: 'some failed', allGood: 'all went well',
  running: 'Running', queued: 'Queued', oldest: (age: string) => `oldest for ${age}`, rate: 'Success', p50: 'Due to start, p50', p99: 'Due to start, p99',
  throughput: { '1h': 'Ended in 1 hour', '24h': 'Ended in 24 hours', '7d': 'Ended in 7 days' }, perHour: (n: string) => `${n} an hour`,
  topFailures: 'Failures by job', slowest: 'Slowest jobs', noFailures: 'No job has failed in this time.', noSlow: 'No run has completed in this time.',
  statistics: 'Statistics', numbers: 'Runs in numbers', notKnown: 'not known',
}, {
  asTable: 'Tablo olarak göster', asChart: 'Grafik olarak göster', at: 'Başlangıç', ended: 'Biten', started: 'Başlayan', success: 'Başarı',
  day: 'Gün (UTC)', planned: 'Planlanan', state: 'Durum', duration: 'Süre', none: 'Bu sürede hiçbir şey çalışmadı.',
  half: 'yarısı (p50)', most: '100 çalıştırmadan 95’i (p95)', nearlyAll: '100 çalıştırmadan 99’u (p99)',
  failures: 'Başarısız', runs: 'Çalıştırma', mean: 'Ortalama', longest: 'En uzun', job: 'İş', deleted: 'silinmiş',
  range: 'Aralık', ranges: { '1h': '1 saat', '24h': '24 saat', '7d': '7 gün', '30d': '30 gün', '90d': '90 gün', '1y': '1 yıl' },
  last: { '1h': 'Son bir saatte', '24h': 'Son 24 saatte', '7d': 'Son 7 günde', '30d': 'Son 30 günde', '90d': 'Son 90 günde', '1y': 'Son bir yılda' },
  endedSentence: (last: string, ended: number, rate: string) => `${last} ${number(ended)} çalıştırma bitti${rate === '' ? '' : `, ${rate} başarıyla`}`,
  wrongSentence: (failed: number, timedOut: number, unknown: number) =>
    [failed > 0 ? `${number(failed)} başarısız` : '', timedOut > 0 ? `${number(timedOut)} zaman aşımı` : '', unknown > 0 ? `${number(unknown)} bilinmiyor` : '']
      .filter((part) => part !== '').join(', '),
  durationSentence: (p50: string, p95: string, longest: string) => `Tamamlanan çalıştırmaların yarısı en çok ${p50}, 100’de 95’i en çok ${p95} sürdü; en uzunu ${longest}.`,
  latenessSentence: (p50: string, p99: string) => `Çalıştırmaların yarısı zamanından sonra ${p50} içinde, 100’de 99’u ${p99} içinde başladı.`,
  scatterSentence: (runs: number, longest: string) => `Her işaret, bir işçinin bitirdiği son ${number(runs)} çalıştırmadan biridir; en uzunu ${longest} sürdü.`,
  yearSentence: (runs: number, days: number, bad: number) => `Son bir yılın ${number(days)} gününde ${number(runs)} çalıştırma; ${number(bad)} günde bazıları başarısız oldu.`,
  cell: (day: string, runs: number, failures: number) => `${day}: ${number(runs)} çalıştırma, ${number(failures)} başarısız`,
  asOf: (at: string) => `${at} itibarıyla toplandı`, since: (at: string) => `${at} tarihinden beri sayılıyor: daha önce bitenler dahil değil.`,
  runsOverTime: 'Nasıl bittiklerine göre çalıştırmalar', durations: 'Süre', lateness: 'Zamanından başlangıca', scatter: 'Son çalıştırmalar', year: 'Son bir yıl',
  weekdays: ['Pzt', '', 'Çar', '', 'Cum', '', ''], less: 'az', more: 'çok', someFailed: 'bazıları başarısız', allGood: 'hepsi iyi gitti',
  running: 'Çalışıyor', queued: 'Kuyrukta', oldest: (age: string) => `en eskisi ${age}`, rate: 'Başarı', p50: 'Zamanından başlangıca, p50', p99: 'Zamanından başlangıca, p99',
  throughput: { '1h': '1 saatte biten', '24h': '24 saatte biten', '7d': '7 günde biten' }, perHour: (n: string) => `saatte ${n}`,
  topFailures: 'İşlere göre başarısızlıklar', slowest: 'En yavaş işler', noFailures: 'Bu sürede hiçbir iş başarısız olmadı.', noSlow: 'Bu sürede hiçbir çalıştırma tamamlanmadı.',
  statistics: 'İstatistikler', numbers: 'Sayılarla çalıştırmalar', notKnown: 'bilinmiyor',
});
