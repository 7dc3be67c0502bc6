import { plural, words } from '../../ground/language.ts';

export const p = words({
  overlap: 'A run is still going', late: 'Runs were missed', gap: 'Clocks go forward', twice: 'Clocks go back', timeout: 'A run takes long', retry: 'A run fails', lost: 'Its worker is lost', abandoned: 'It does not stop', disable: 'It fails again and again',
  skip: 'The next one is skipped.', queue: 'The next one waits for it.', parallel: 'The next one runs beside it.', parallelMost: (n: number) => `Up to ${n} run side by side.`,
  misfire: { once: 'One run makes up for all of them.', all: 'Each of them is made up for.', skip: 'They are left out.' },
  gaps: { shift: 'What is left out runs right after.', skip: 'What is left out does not run.' },
  overlaps: { first: 'What comes twice runs the first time.', second: 'What comes twice runs the second time.', both: 'What comes twice runs both times.' },
  after: (time: string) => `It is stopped after ${time}.`, typeTimeout: 'Only the limit of its type holds.',
  retries: (n: number, base: string | null) => (n === 0 ? 'It is not tried again.' : `It is tried again up to ${plural(n, 'time', 'times')}${base === null ? '' : `, first after ${base}, then ever later`}.`), typeRetries: 'It is tried again as its type says.',
  onLost: { retry: 'It is tried again.', unknown: 'It is left as Unknown, for somebody to look at.' },
  onAbandoned: { wait: 'The next run waits until it has stopped.', goOn: 'The next run does not wait for it.' },
  disables: (n: number) => `After ${plural(n, 'failure', 'failures')} in a row it is deactivated.`, never: 'It is never deactivated for it.', setting: 'It is deactivated after as many failures as the setting says.', enables: (time: string) => `It is enabled again after ${time}.`,
}, {
  overlap: 'Önceki çalışma sürüyorsa', late: 'Çalışmalar kaçırıldıysa', gap: 'Saatler ileri alınınca', twice: 'Saatler geri alınınca', timeout: 'Çalışma uzarsa', retry: 'Çalışma başarısız olursa', lost: 'İşçisi kaybolursa', abandoned: 'Durmazsa', disable: 'Üst üste başarısız olursa',
  skip: 'Sonraki atlanır.', queue: 'Sonraki onu bekler.', parallel: 'Sonraki yanında çalışır.', parallelMost: (n: number) => `En çok ${n} tanesi yan yana çalışır.`,
  misfire: { once: 'Tek bir çalışma hepsinin yerini tutar.', all: 'Her biri telafi edilir.', skip: 'Atlanırlar.' },
  gaps: { shift: 'Atlanan saat hemen ardından çalışır.', skip: 'Atlanan saat çalışmaz.' },
  overlaps: { first: 'İki kez gelen saat ilkinde çalışır.', second: 'İki kez gelen saat ikincisinde çalışır.', both: 'İki kez gelen saat ikisinde de çalışır.' },
  after: (time: string) => `${time} sonra durdurulur.`, typeTimeout: 'Yalnızca türünün sınırı geçerlidir.',
  retries: (n: number, base: string | null) => (n === 0 ? 'Yeniden denenmez.' : `En çok ${n} kez yeniden denenir${base === null ? '' : `; ilki ${base} sonra, sonrakiler giderek geç`}.`), typeRetries: 'Türünün dediği kadar yeniden denenir.',
  onLost: { retry: 'Yeniden denenir.', unknown: 'Biri baksın diye Bilinmiyor olarak kalır.' },
  onAbandoned: { wait: 'Sonraki çalışma durmasını bekler.', goOn: 'Sonraki çalışma onu beklemez.' },
  disables: (n: number) => `Üst üste ${n} hatadan sonra kapatılır.`, never: 'Bunun için hiç kapatılmaz.', setting: 'Ayardaki kadar hatadan sonra kapatılır.', enables: (time: string) => `${time} sonra yeniden etkinleşir.`,
});
