import { words } from '../../ground/language.ts';
import type { Name } from './form.ts';

export const labels: Record<Name, string> = words({
  displayName: 'Name', description: 'Description', tags: 'Tags', jobType: 'Job type', workerGroup: 'Worker group', active: 'Active',
  schedule: 'Schedule', cronExpression: 'Cron expression', cronDialect: 'Read as in', timeZone: 'Time zone', executeAt: 'Runs at',
  every: 'Interval', everyClock: 'Which days an interval counts', delay: 'Pause after the end of the run before', rrule: 'Recurrence',
  startsAt: 'Nothing before', endsAt: 'Nothing after', maxRuns: 'Planned runs at most', calendars: 'Calendars', onClosed: 'A run on a day that they close',
  spreadSeconds: 'Spread over so many seconds', jitterSeconds: 'Scatter over so many seconds',
  jobData: 'Data', secretFields: 'Secret fields',
  concurrentExecutionPolicy: 'If a run is still open when the next is due', maxConcurrent: 'Runs at a time at most', timeoutSeconds: 'Timeout of a run, in seconds',
  maxRetries: 'Retries', retryBaseSeconds: 'Wait before the first retry, in seconds', onWorkerLost: 'If the worker of a run vanishes',
  onAbandoned: 'If a run goes on after it was told to stop', autoDisableAfter: 'Failures in a row that deactivate it',
  autoDisableWindowSeconds: 'Within so many seconds', autoEnableAfterSeconds: 'Activated again after so many seconds',
  misfirePolicy: 'Runs that were due while nothing could start', dstGap: 'Time that is left out when clocks go forward', dstOverlap: 'Time that comes twice when clocks go back',
}, {
  displayName: 'Ad', description: 'Açıklama', tags: 'Etiketler', jobType: 'İş türü', workerGroup: 'İşçi grubu', active: 'Etkin',
  schedule: 'Zamanlama', cronExpression: 'Cron ifadesi', cronDialect: 'Okunduğu lehçe', timeZone: 'Saat dilimi', executeAt: 'Çalışma anı',
  every: 'Aralık', everyClock: 'Aralığın saydığı günler', delay: 'Önceki çalışma bittikten sonra ara', rrule: 'Yineleme',
  startsAt: 'Bundan önce çalışmaz', endsAt: 'Bundan sonra çalışmaz', maxRuns: 'En çok planlanan çalışma', calendars: 'Takvimler', onClosed: 'Takvimin kapattığı günün çalışması',
  spreadSeconds: 'Şu kadar saniyeye yay', jitterSeconds: 'Şu kadar saniyeye dağıt',
  jobData: 'Veri', secretFields: 'Gizli alanlar',
  concurrentExecutionPolicy: 'Sıradaki geldiğinde önceki hâlâ açıksa', maxConcurrent: 'Aynı anda en çok', timeoutSeconds: 'Bir çalışmanın zaman aşımı, saniye',
  maxRetries: 'Yeniden deneme', retryBaseSeconds: 'İlk yeniden denemeden önce bekleme, saniye', onWorkerLost: 'Çalışmanın işçisi kaybolursa',
  onAbandoned: 'Durması söylenen çalışma sürerse', autoDisableAfter: 'Devre dışı bırakan art arda hata',
  autoDisableWindowSeconds: 'Şu kadar saniye içinde', autoEnableAfterSeconds: 'Şu kadar saniye sonra yeniden etkinleşir',
  misfirePolicy: 'Hiçbir şey başlayamazken sırası gelenler', dstGap: 'Saatler ileri alınınca atlanan zaman', dstOverlap: 'Saatler geri alınınca iki kez gelen zaman',
});

/** What stands below a field. */
export const hints = words({
  jobType: 'The name that workers know the class by: SendEmailJob is sendemail.', workerGroup: 'Empty: any worker that runs the type.',
  tags: 'Enter or a comma adds one.', addTag: 'Add a tag', removeTag: (tag: string) => `Remove the tag ${tag}`, noTag: 'No tags',
  active: 'It starts by its schedule. Otherwise it only runs when it is triggered.',
  timeZone: (local: string, offset: string) => `There it is ${local} now (UTC${offset}).`, zoneUnknown: 'This browser does not know this zone; the server decides.',
  executeAt: (at: string, ago: string) => `That is ${at}, ${ago}.`, startsAtUnset: 'Empty: from now on.', startsAtEvery: 'Empty: from now on. The interval is counted from it.', endsAtUnset: 'Empty: it never ends.',
  maxRuns: 'Empty: no limit. It counts from the start, which it needs.', interval: 'ISO 8601, such as PT15M, P1D or P2W.', delayHint: 'ISO 8601, such as PT5M. Each run waits until the one before has ended, so they never overlap.',
  rrule: 'Lines of RFC 5545: DTSTART, RRULE, RDATE, EXDATE. Without a zone of their own they mean the zone below.',
  noCalendars: 'There are no calendars yet.', makeCalendar: 'Make one', unknownCalendar: 'There is no calendar of this name', unknown: 'unknown',
  calendars: 'A day or time is open when all of them are open.',
  spread: 'Each run is later by the same time within it, which follows from the job: jobs of one minute do not start together.', jitter: 'Each run is later by another time within it. It has to be shorter than the shortest way between two runs.',
  window: 'From, until, how many', closed: 'Calendars', offsets: 'Off the full minute', jobData: 'A JSON object that every run is given.',
  secretFields: 'One JSON pointer a line, such as /mail/password: only who has Job.Secrets sees these values, others see ••••••••. A mask keeps the value that is stored.',
  inherited: 'Empty: as the job class or the settings say.', setting: 'Empty: as the settings say.', unlimited: 'Empty: no limit.', never: 'Empty: only by hand.',
  equals: (span: string) => `That is ${span}.`, zero: '0: never.',
  noWorkers: 'Suggestions need the permission Worker.Read.', retriesAre: (delays: string) => `Again after about ${delays}.`, noRetry: 'A failed run is not tried again.',
}, {
  jobType: 'İşçilerin sınıfı tanıdığı ad: SendEmailJob, sendemail olur.', workerGroup: 'Boş: türü çalıştıran herhangi bir işçi.',
  tags: 'Enter ya da virgül ekler.', addTag: 'Etiket ekle', removeTag: (tag: string) => `${tag} etiketini kaldır`, noTag: 'Etiket yok',
  active: 'Zamanlamasına göre başlar. Değilse yalnızca tetiklenince çalışır.',
  timeZone: (local: string, offset: string) => `Orada saat şimdi ${local} (UTC${offset}).`, zoneUnknown: 'Bu tarayıcı bu dilimi tanımıyor; sunucu karar verir.',
  executeAt: (at: string, ago: string) => `Bu, ${at} demektir, ${ago}.`, startsAtUnset: 'Boş: şimdiden itibaren.', startsAtEvery: 'Boş: şimdiden itibaren. Aralık buradan sayılır.', endsAtUnset: 'Boş: hiç bitmez.',
  maxRuns: 'Boş: sınır yok. Başlangıçtan sayar, o da gereklidir.', interval: 'ISO 8601, örneğin PT15M, P1D ya da P2W.', delayHint: 'ISO 8601, örneğin PT5M. Her çalışma öncekinin bitmesini bekler, bu yüzden üst üste binmezler.',
  rrule: 'RFC 5545 satırları: DTSTART, RRULE, RDATE, EXDATE. Kendi dilimleri yoksa aşağıdaki dilim geçerlidir.',
  noCalendars: 'Henüz takvim yok.', makeCalendar: 'Bir tane yapın', unknownCalendar: 'Bu adda takvim yok', unknown: 'bilinmiyor',
  calendars: 'Bir gün ya da saat, hepsi açıksa açıktır.',
  spread: 'Her çalışma bunun içinde aynı süre kadar gecikir; süre işten türer: aynı dakikanın işleri birlikte başlamaz.', jitter: 'Her çalışma bunun içinde başka bir süre gecikir. İki çalışma arasındaki en kısa süreden kısa olmalıdır.',
  window: 'Başlangıç, bitiş, sayı', closed: 'Takvimler', offsets: 'Tam dakikanın dışında', jobData: 'Her çalışmaya verilen bir JSON nesnesi.',
  secretFields: 'Her satıra bir JSON işaretçisi, örneğin /mail/password: bu değerleri yalnızca Job.Secrets yetkisi olan görür, diğerleri •••••••• görür. Maske, kayıtlı değeri korur.',
  inherited: 'Boş: iş sınıfı ya da ayarlar ne derse.', setting: 'Boş: ayarlar ne derse.', unlimited: 'Boş: sınır yok.', never: 'Boş: yalnızca elle.',
  equals: (span: string) => `Bu, ${span} demektir.`, zero: '0: hiçbir zaman.',
  noWorkers: 'Öneriler için Worker.Read yetkisi gerekir.', retriesAre: (delays: string) => `Yeniden, yaklaşık ${delays} sonra.`, noRetry: 'Başarısız çalışma yeniden denenmez.',
});

/** The choices of a policy, each with what follows of it. */
export const choices = words({
  schedule: {
    cron: ['By a cron expression', 'times of day, days of the week or month'], every: ['At a fixed interval', 'every so many seconds, hours or days'],
    delay: ['After the run before', 'so long after it has ended'], rrule: ['By a recurrence', 'as calendars write it: every second Monday, the last Friday'],
    once: ['Once', 'at an instant'], none: ['Only when triggered', 'by hand, by API, by another program'],
  },
  everyClock: { real: ['24 hours', 'real time goes on when clocks change'], local: ['Days of the zone', 'the time of day stays when clocks change'] },
  onClosed: {
    skip: ['Skip it', 'that run is left out'], nextDay: ['On the next open day', 'at the same time of day; two that fall on one day become one'],
    previousDay: ['On the last open day before', 'likewise'], nextWorkingDay: ['On the next working day', 'an open day from Monday to Friday'],
  },
  concurrentExecutionPolicy: {
    skip: ['Skip', 'the new run is dropped, and stands among the missed runs'],
    queue: ['Queue', 'it waits until the open one has ended: none is lost, and each may start late'],
    parallel: ['Parallel', 'it starts beside the open one'],
  },
  onWorkerLost: {
    retry: ['Retry', 'the attempt is repeated elsewhere: right if doing it twice does no harm'],
    unknown: ['Stop as unknown', 'nobody knows whether it was done, and somebody decides'],
  },
  onAbandoned: {
    '': ['As it has a gate', 'wait with Skip, Queue or a limit; otherwise go on'],
    wait: ['Wait', 'no other run or attempt starts until it has returned'],
    goOn: ['Go on', 'the next attempt may run beside it'],
  },
  misfirePolicy: {
    once: ['Once', 'one run makes up for all of them'], all: ['All', 'each of them runs, one after the other, up to a limit'],
    skip: ['Skip', 'none of them runs; the next one is by the schedule'],
  },
  dstGap: { shift: ['Run it right after', 'at the first instant after the gap'], skip: ['Leave it out', 'there is no run on that day'] },
  dstOverlap: { first: ['The first time', ''], second: ['The second time', ''], both: ['Both times', 'two runs on that day'] },
}, {
  schedule: {
    cron: ['Cron ifadesine göre', 'günün saatleri, haftanın ya da ayın günleri'], every: ['Sabit aralıkla', 'şu kadar saniye, saat ya da günde bir'],
    delay: ['Önceki çalışmadan sonra', 'bitişinden şu kadar sonra'], rrule: ['Yinelemeye göre', 'takvimlerin yazdığı gibi: iki haftada bir pazartesi, ayın son cuması'],
    once: ['Bir kez', 'belirli bir anda'], none: ['Yalnızca tetiklenince', 'elle, API ile, başka bir programla'],
  },
  everyClock: { real: ['24 saat', 'saatler değişince gerçek zaman sürer'], local: ['Dilimin günleri', 'saatler değişince günün saati aynı kalır'] },
  onClosed: {
    skip: ['Atla', 'o çalışma yapılmaz'], nextDay: ['Sonraki açık günde', 'günün aynı saatinde; bir güne düşen ikisi bir olur'],
    previousDay: ['Önceki son açık günde', 'aynı biçimde'], nextWorkingDay: ['Sonraki iş gününde', 'pazartesiden cumaya açık bir gün'],
  },
  concurrentExecutionPolicy: {
    skip: ['Atla', 'yeni çalışma düşer ve kaçırılanlar arasında durur'],
    queue: ['Sıraya koy', 'açık olan bitene dek bekler: hiçbiri yitmez, ama geç başlayabilir'],
    parallel: ['Koşut', 'açık olanın yanında başlar'],
  },
  onWorkerLost: {
    retry: ['Yeniden dene', 'deneme başka yerde yinelenir: iki kez yapılması zarar vermiyorsa doğrudur'],
    unknown: ['Bilinmiyor olarak dur', 'yapılıp yapılmadığını kimse bilmez, biri karar verir'],
  },
  onAbandoned: {
    '': ['Kapısına göre', 'Atla, Sıraya koy ya da sınır varsa bekle; yoksa sürdür'],
    wait: ['Bekle', 'o dönene dek başka çalışma ya da deneme başlamaz'],
    goOn: ['Sürdür', 'sıradaki deneme onun yanında çalışabilir'],
  },
  misfirePolicy: {
    once: ['Bir kez', 'hepsinin yerine bir çalışma'], all: ['Hepsi', 'her biri sırayla çalışır, bir sınıra dek'],
    skip: ['Atla', 'hiçbiri çalışmaz; sıradaki zamanlamaya göre gelir'],
  },
  dstGap: { shift: ['Hemen sonra çalıştır', 'boşluktan sonraki ilk anda'], skip: ['Atla', 'o gün çalışma olmaz'] },
  dstOverlap: { first: ['İlkinde', ''], second: ['İkincisinde', ''], both: ['Her ikisinde', 'o gün iki çalışma'] },
});
