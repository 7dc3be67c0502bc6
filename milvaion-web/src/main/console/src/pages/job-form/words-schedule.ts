import { locale, number, plural, words } from '../../ground/language.ts';

export const s = words({
  rhythm: 'Rhythm', kinds: {
    seconds: 'Every few seconds', minutes: 'Every few minutes', hours: 'Every few hours', daily: 'Every day', weekly: 'On days of the week',
    monthly: 'Every month', yearly: 'Every year', own: 'By an expression of its own',
  },
  every: 'Every', units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours' }, at: 'at', atMinute: 'at minute', onDay: 'on day', inMonth: 'in',
  lastDay: 'the last', lastWeekday: 'the last Mon–Fri', days: 'Days of the week', noDay: 'Choose a day.',
  part: { second: 'Second', minute: 'Minute', hour: 'Hour', dayOfMonth: 'Day of the month', month: 'Month', dayOfWeek: 'Day of the week' },
  dialects: { milvaion: 'Milvaion', unix: 'Unix crontab', quartz: 'Quartz', spring: 'Spring', kubernetes: 'Kubernetes', systemd: 'systemd (OnCalendar)' },
  expressionHints: {
    milvaion: 'Five fields (minute, hour, day, month, weekday), six with seconds before them, or a macro such as @daily.',
    unix: 'Five fields: minute, hour, day, month, weekday. Where both days are restricted, one of them is enough.',
    quartz: 'Six or seven fields: second, minute, hour, day, month, weekday (1 is Sunday), year. One of the days is a ?.',
    spring: 'Six fields: second, minute, hour, day, month, weekday.',
    kubernetes: 'Five fields, or a macro such as @daily. Where both days are restricted, one of them is enough.',
    systemd: 'A calendar event such as Mon..Fri 09:00 or *-*-01 06:00:00.',
  },
  recurrence: {
    rhythm: 'Recurrence', paces: { daily: 'Every so many days', weekly: 'Every so many weeks', monthly: 'On a day of the month', monthlyBy: 'On a weekday of the month', yearly: 'Every so many years', own: 'By lines of its own' },
    units: { daily: 'days', weekly: 'weeks', monthly: 'months', monthlyBy: 'months', yearly: 'years' }, last: 'the last', nth: ['', 'the first', 'the second', 'the third', 'the fourth'], on: 'on', from: 'from', weekday: 'Weekday', which: 'Which',
  },
  interval: { amount: 'Amount', unit: 'Unit', units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days', weeks: 'weeks' } },
  next: 'Next runs', inZone: (zone: string) => `Clocks of ${zone}`, change: 'Clocks change', forward: (by: string) => `Clocks go forward by ${by}.`, backward: (by: string) => `Clocks go back by ${by}.`,
  around: (day: string) => `Around the next change of clocks, ${day}`, nothing: 'No run lies ahead.', mine: (at: string) => `${at} for you`,
  follows: 'What follows', elsewhere: 'Elsewhere this text means something else', refusedElsewhere: (n: number) => `${plural(n, 'other dialect refuses', 'other dialects refuse')} it`,
  moved: 'What its calendars move', falls: 'is left out', merged: 'becomes one with another run',
  zoneRules: (version: string, place: string) => `Rules of time zones ${version}, of ${place}.`,
  browserRules: (zone: string) => `This browser has other rules for ${zone} than the server: the instants are right, the local times above may be off.`,
  perDay: (n: number) => `${plural(n, 'run', 'runs')} a day.`, perItsDay: (n: number) => `${plural(n, 'run', 'runs')} on each day that it runs.`,
  perInterval: (span: string) => `One run every ${span}.`, afterEach: (span: string) => `The next run starts ${span} after the one before has ended: they never overlap.`,
  oneRun: 'One run, then it is done.', onTrigger: 'No run by itself: somebody or something has to trigger it.', inactive: 'It is not active: nothing starts by the schedule.',
  overlap: (timeout: string, gap: string) => `A run may take up to ${timeout}, and they come every ${gap}: they can overlap.`,
  noOverlap: (timeout: string, gap: string) => `A run ends after ${timeout} at the latest, and they come every ${gap}: they do not overlap.`,
  endless: (gap: string) => `Without a timeout a run may take longer than the ${gap} to the next.`,
  policies: {
    skip: 'Skip drops what comes meanwhile.', queue: 'Queue lets it wait: if runs take longer than that on average, the line grows.',
    parallel: (n: string) => (n === '' ? 'Parallel starts it beside, without limit.' : `Parallel starts it beside, up to ${n} at a time.`),
  },
  retries: (delays: string, whole: string) => `A failed run is tried again after about ${delays}: it has failed for good after ${whole} and the time of its attempts.`,
  standstill: 'After an hour in which nothing could start:',
  misfire: (policy: string, runs: number, lost: number) => `${policy}: ${plural(runs, 'run', 'runs')}${lost > 0 ? `, ${number(lost)} of them not made up for` : ''}`,
  misfireBy: { once: 'Once', all: 'All', skip: 'Skip' },
  disables: (n: number, window: string) => `${plural(n, 'failure', 'failures')} in a row${window} deactivate it`, within: (span: string) => ` within ${span}`,
  again: (span: string) => `; it is activated again after ${span}.`, stays: '; somebody has to activate it again.', neverDisabled: 'Failures never deactivate it.',
}, {
  rhythm: 'Ritim', kinds: {
    seconds: 'Birkaç saniyede bir', minutes: 'Birkaç dakikada bir', hours: 'Birkaç saatte bir', daily: 'Her gün', weekly: 'Haftanın günlerinde',
    monthly: 'Her ay', yearly: 'Her yıl', own: 'Kendi ifadesiyle',
  },
  every: 'Her', units: { seconds: 'saniyede', minutes: 'dakikada', hours: 'saatte' }, at: 'saat', atMinute: 'dakika', onDay: 'gün', inMonth: 'ay',
  lastDay: 'son', lastWeekday: 'son iş günü', days: 'Haftanın günleri', noDay: 'Bir gün seçin.',
  part: { second: 'Saniye', minute: 'Dakika', hour: 'Saat', dayOfMonth: 'Ayın günü', month: 'Ay', dayOfWeek: 'Haftanın günü' },
  dialects: { milvaion: 'Milvaion', unix: 'Unix crontab', quartz: 'Quartz', spring: 'Spring', kubernetes: 'Kubernetes', systemd: 'systemd (OnCalendar)' },
  expressionHints: {
    milvaion: 'Beş alan (dakika, saat, gün, ay, haftanın günü), önlerinde saniyeyle altı, ya da @daily gibi bir makro.',
    unix: 'Beş alan: dakika, saat, gün, ay, haftanın günü. İki gün de sınırlıysa biri yeter.',
    quartz: 'Altı ya da yedi alan: saniye, dakika, saat, gün, ay, haftanın günü (1 pazardır), yıl. Günlerden biri ? olur.',
    spring: 'Altı alan: saniye, dakika, saat, gün, ay, haftanın günü.',
    kubernetes: 'Beş alan ya da @daily gibi bir makro. İki gün de sınırlıysa biri yeter.',
    systemd: 'Mon..Fri 09:00 ya da *-*-01 06:00:00 gibi bir takvim olayı.',
  },
  recurrence: {
    rhythm: 'Yineleme', paces: { daily: 'Şu kadar günde bir', weekly: 'Şu kadar haftada bir', monthly: 'Ayın bir gününde', monthlyBy: 'Ayın bir hafta gününde', yearly: 'Şu kadar yılda bir', own: 'Kendi satırlarıyla' },
    units: { daily: 'günde', weekly: 'haftada', monthly: 'ayda', monthlyBy: 'ayda', yearly: 'yılda' }, last: 'son', nth: ['', 'birinci', 'ikinci', 'üçüncü', 'dördüncü'], on: 'ayın', from: 'başlangıç', weekday: 'Haftanın günü', which: 'Kaçıncı',
  },
  interval: { amount: 'Miktar', unit: 'Birim', units: { seconds: 'saniye', minutes: 'dakika', hours: 'saat', days: 'gün', weeks: 'hafta' } },
  next: 'Sonraki çalışmalar', inZone: (zone: string) => `${zone} saati`, change: 'Saat değişimi', forward: (by: string) => `Saatler ${by} ileri alınır.`, backward: (by: string) => `Saatler ${by} geri alınır.`,
  around: (day: string) => `Sonraki saat değişimi çevresinde, ${day}`, nothing: 'Önde bir çalışma yok.', mine: (at: string) => `sizin için ${at}`,
  follows: 'Sonuçları', elsewhere: 'Bu metin başka yerde başka anlama gelir', refusedElsewhere: (n: number) => `${n} başka lehçe onu reddeder`,
  moved: 'Takvimlerin kaydırdıkları', falls: 'atlanır', merged: 'başka bir çalışmayla birleşir',
  zoneRules: (version: string, place: string) => `Saat dilimi kuralları ${version}, kaynağı ${place}.`,
  browserRules: (zone: string) => `Bu tarayıcının ${zone} kuralları sunucununkinden farklı: anlar doğrudur, yukarıdaki yerel saatler sapabilir.`,
  perDay: (n: number) => `Günde ${number(n)} çalışma.`, perItsDay: (n: number) => `Çalıştığı her günde ${number(n)} çalışma.`,
  perInterval: (span: string) => `${span} arayla bir çalışma.`, afterEach: (span: string) => `Sonraki çalışma, önceki bittikten ${span} sonra başlar: üst üste binmezler.`,
  oneRun: 'Bir çalışma, sonra biter.', onTrigger: 'Kendiliğinden çalışmaz: birinin ya da bir şeyin tetiklemesi gerekir.', inactive: 'Etkin değil: zamanlamaya göre bir şey başlamaz.',
  overlap: (timeout: string, gap: string) => `Bir çalışma ${timeout} sürebilir ve ${gap} arayla gelirler: üst üste binebilirler.`,
  noOverlap: (timeout: string, gap: string) => `Bir çalışma en geç ${timeout} sonra biter ve ${gap} arayla gelirler: üst üste binmezler.`,
  endless: (gap: string) => `Zaman aşımı olmadan bir çalışma, sıradakine kalan ${gap} süresinden uzun sürebilir.`,
  policies: {
    skip: 'Atla, bu arada geleni düşürür.', queue: 'Sıraya koy, bekletir: çalışmalar ortalamada bundan uzun sürerse sıra uzar.',
    parallel: (n: string) => (n === '' ? 'Koşut, sınırsız olarak yanında başlatır.' : `Koşut, yanında başlatır, aynı anda en çok ${n}.`),
  },
  retries: (delays: string, whole: string) => `Başarısız çalışma yaklaşık ${delays} sonra yeniden denenir: denemelerinin süresi ve ${whole} sonunda kesin başarısız olur.`,
  standstill: 'Hiçbir şeyin başlayamadığı bir saatten sonra:',
  misfire: (policy: string, runs: number, lost: number) => `${policy}: ${number(runs)} çalışma${lost > 0 ? `, ${number(lost)} tanesi telafi edilmez` : ''}`,
  misfireBy: { once: 'Bir kez', all: 'Hepsi', skip: 'Atla' },
  disables: (n: number, window: string) => `${window}art arda ${number(n)} hata onu devre dışı bırakır`, within: (span: string) => `${span} içinde `,
  again: (span: string) => `; ${span} sonra yeniden etkinleşir.`, stays: '; birinin yeniden etkinleştirmesi gerekir.', neverDisabled: 'Hatalar onu hiçbir zaman devre dışı bırakmaz.',
});

const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;
const named = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });

/** 0 is Sunday. */
export const weekday = (day: number, width: 'short' | 'long'): string => named({ weekday: width }).format(SUNDAY + day * DAY);

/** From 1. */
export const month = (n: number): string => named({ month: 'long' }).format(Date.UTC(2023, n - 1, 1));
