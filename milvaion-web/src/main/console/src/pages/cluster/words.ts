import { plural, words } from '../../ground/language.ts';

export const t = words({
  title: 'Cluster', yes: 'yes', unknown: 'not known',
  tabs: { nodes: 'Nodes', bottlenecks: 'Bottlenecks', limits: 'Limits', storage: 'Storage', dispatching: 'Dispatching', repairs: 'Repairs' },
  leader: {
    title: 'Leader', none: 'No node leads: nothing is dispatched.', node: 'Node', term: 'Term', since: 'Since', lease: 'Lease',
    renewed: (age: string, length: string) => `renewed ${age} ago, ends ${length} after that`, noLease: 'none seen in Redis', history: 'Last terms',
    began: 'Began', ended: 'Ended', why: 'Why it ended', leads: 'leads', answered: (node: string) => `Answered by ${node}`,
  },
  nodes: {
    title: 'Nodes', node: 'Node', state: 'State', version: 'Version', jdk: 'JDK', zones: 'Time zones', up: 'Up for', heard: 'Heard', cpu: 'CPU %', clock: 'Clock ahead, ms',
    leads: 'leads', alive: 'alive', silent: 'silent', answers: 'Answers in', postgresql: 'PostgreSQL', redis: 'Redis', broker: 'Broker', down: 'down', degraded: 'degraded',
    versions: (versions: string) => `Nodes run different versions: ${versions}.`, zoneData: (versions: string) => `Nodes have different rules of time zones: ${versions}. Jobs are planned by those of the leader, which has the newest.`,
    look: 'Look for new rules of time zones', lookHint: 'The node that answers looks at once; every node does each minute.', looked: (node: string, version: string, source: string) => `${node} plans by the rules ${version}, of ${source}.`,
    skew: (node: string, ms: number, server: string) => `The clock of ${node} is ${ms} ms off that of ${server}.`, hint: 'Each node says so itself, every two seconds.',
  },
  bottlenecks: {
    symptom: 'Symptom', now: 'Now', evidence: 'Evidence', likely: 'Likely', remedy: 'What helps', quiet: 'quiet', shows: 'shows',
    hint: 'A symptom shows after ten seconds above its limit, and goes after half a minute well below it.',
    names: {
      apiCpu: 'A node uses its processors up', redisLatency: 'Redis is slow', queueGrowing: 'A queue grows', postgresqlLoad: 'PostgreSQL is slow', workerMemory: 'A heap is full',
    },
    likelies: {
      apiCpu: 'Too many requests, of pages and scripts that ask again and again', redisLatency: 'Redis has too much to do, or the network to it is slow',
      queueGrowing: 'The workers are too slow for what comes', postgresqlLoad: 'Too many runs are written, or too much history is read',
      workerMemory: 'Job data, or what jobs keep in memory, is too large',
    },
    remedies: {
      apiCpu: 'Add nodes behind the load balancer; listen to live events in place of asking', redisLatency: 'Give Redis a machine of its own',
      queueGrowing: 'Add workers, or slots to each of them', postgresqlLoad: 'Give PostgreSQL more processors and memory; put frequent jobs together',
      workerMemory: 'Keep job data small; fewer runs at once; more heap',
    },
  },
  limits: {
    what: 'What', where: 'Where', used: 'Used', allowed: 'Allowed', advised: 'Advised', level: 'Level', note: 'Note', shared: 'all',
    levels: { ok: 'fine', near: 'near', reached: 'reached', unknown: 'not known' },
    names: {
      postgresqlConnections: 'Connections to PostgreSQL', redisConnections: 'Connections to Redis', redisMemoryBytes: 'Memory of Redis', rabbitmqConnections: 'Connections to RabbitMQ',
      openFiles: 'Open files', heapBytes: 'Heap', diskBytes: 'Disk',
    },
    hint: 'Near: four fifths are used, or more is advised than is allowed. Reached: 19 of 20.',
  },
  storage: {
    table: 'Table', size: 'Size', indexes: 'Indexes', rows: 'Rows, about', partitions: 'Partitions', version: (version: string) => `PostgreSQL ${version}`,
    days: (n: number, first: string, last: string, open: number) => `${plural(n, 'day has', 'days have')} a partition, from ${first} to ${last}; ${plural(open, 'day', 'days')} may hold open runs.`,
    ahead: (n: number) => `${plural(n, 'day is', 'days are')} made ahead.`, noneAhead: 'No day is made ahead: tomorrow its runs go to the partition of strays. Look at the health of the nodes.',
  },
  dispatching: {
    on: 'Dispatching goes on.', off: (who: string) => `Dispatching is stopped by ${who}.`, stop: 'Stop dispatching', resume: 'Resume dispatching', history: 'Stops so far', none: 'Nobody has ever stopped dispatching.',
    stopTitle: 'Stop dispatching in the whole cluster?', stopText: 'No run is planned, released or published until somebody resumes it, and triggers are refused. Work that runs goes on to its end.',
    resumeTitle: 'Resume dispatching?', resumeText: 'What was missed meanwhile follows the misfire policy of each job: some run now, all at once.', stopped: 'Dispatching is stopped', resumed: 'Dispatching goes on',
    by: 'Stopped by', at: 'Stopped', reason: 'Reason', resumedAt: 'Resumed', resumedBy: 'Resumed by', lasts: 'lasts',
  },
  repairs: {
    look: 'Look for impossible states', asked: 'The leader looks', title: 'Repaired states', none: 'Nothing had to be repaired within the last 90 days.',
    at: 'When', kind: 'Kind', found: 'What was wrong', done: 'What was done', job: 'Job', passes: 'Looks that somebody asked for', noPasses: 'Nobody has asked for one: the leader looks by itself every hour and when its term begins.',
    by: 'Asked by', asked2: 'Asked', ended: 'Ended', repaired: 'Repaired', goesOn: 'goes on', more: 'Show more',
  },
}, {
  title: 'Küme', yes: 'evet', unknown: 'bilinmiyor',
  tabs: { nodes: 'Düğümler', bottlenecks: 'Darboğazlar', limits: 'Sınırlar', storage: 'Depolama', dispatching: 'Dağıtım', repairs: 'Onarımlar' },
  leader: {
    title: 'Lider', none: 'Lider düğüm yok: hiçbir şey dağıtılmıyor.', node: 'Düğüm', term: 'Dönem', since: 'Başlangıç', lease: 'Kira',
    renewed: (age: string, length: string) => `${age} önce yenilendi, yenilemeden ${length} sonra biter`, noLease: "Redis'te görülmedi", history: 'Son dönemler',
    began: 'Başladı', ended: 'Bitti', why: 'Neden bitti', leads: 'lider', answered: (node: string) => `Yanıtlayan: ${node}`,
  },
  nodes: {
    title: 'Düğümler', node: 'Düğüm', state: 'Durum', version: 'Sürüm', jdk: 'JDK', zones: 'Saat dilimleri', up: 'Çalışma süresi', heard: 'Son ses', cpu: 'İşlemci %', clock: 'Saat ileride, ms',
    leads: 'lider', alive: 'ayakta', silent: 'sessiz', answers: 'Yanıt süresi', postgresql: 'PostgreSQL', redis: 'Redis', broker: 'Aracı', down: 'kapalı', degraded: 'kısıtlı',
    versions: (versions: string) => `Düğümler farklı sürümlerde: ${versions}.`, zoneData: (versions: string) => `Düğümlerin saat dilimi kuralları farklı: ${versions}. İşler, en yenisine sahip liderinkilerle planlanır.`,
    look: 'Yeni saat dilimi kuralları ara', lookHint: 'Yanıtlayan düğüm hemen bakar; her düğüm dakikada bir bakar.', looked: (node: string, version: string, source: string) => `${node}, ${source} kaynağının ${version} kurallarıyla planlar.`,
    skew: (node: string, ms: number, server: string) => `${node} düğümünün saati ${server} saatinden ${ms} ms sapmış.`, hint: 'Her düğüm iki saniyede bir kendisi söyler.',
  },
  bottlenecks: {
    symptom: 'Belirti', now: 'Şimdi', evidence: 'Kanıt', likely: 'Olası neden', remedy: 'Ne yapılır', quiet: 'yok', shows: 'görülüyor',
    hint: 'Belirti, sınırının üstünde on saniyeden sonra görülür; epey altında yarım dakikadan sonra kalkar.',
    names: {
      apiCpu: 'Bir düğümün işlemcisi doldu', redisLatency: 'Redis yavaş', queueGrowing: 'Bir kuyruk büyüyor', postgresqlLoad: 'PostgreSQL yavaş', workerMemory: 'Bir yığın bellek doldu',
    },
    likelies: {
      apiCpu: 'Sürekli soran sayfa ve betiklerden çok fazla istek', redisLatency: "Redis'in işi çok ya da ağı yavaş",
      queueGrowing: 'İşçiler gelene yetişemiyor', postgresqlLoad: 'Çok fazla çalışma yazılıyor ya da çok geçmiş okunuyor',
      workerMemory: 'İş verisi ya da işlerin bellekte tuttukları çok büyük',
    },
    remedies: {
      apiCpu: 'Yük dengeleyicinin arkasına düğüm ekleyin; sormak yerine canlı olayları dinleyin', redisLatency: "Redis'e kendi makinesini verin",
      queueGrowing: 'İşçi ekleyin ya da her birine yuva verin', postgresqlLoad: "PostgreSQL'e işlemci ve bellek verin; sık işleri birleştirin",
      workerMemory: 'İş verisini küçük tutun; aynı anda daha az çalışma; daha çok yığın bellek',
    },
  },
  limits: {
    what: 'Ne', where: 'Nerede', used: 'Kullanılan', allowed: 'İzin verilen', advised: 'Önerilen', level: 'Düzey', note: 'Not', shared: 'tümü',
    levels: { ok: 'iyi', near: 'yakın', reached: 'dolu', unknown: 'bilinmiyor' },
    names: {
      postgresqlConnections: 'PostgreSQL bağlantıları', redisConnections: 'Redis bağlantıları', redisMemoryBytes: 'Redis belleği', rabbitmqConnections: 'RabbitMQ bağlantıları',
      openFiles: 'Açık dosyalar', heapBytes: 'Yığın bellek', diskBytes: 'Disk',
    },
    hint: 'Yakın: beşte dördü kullanılıyor ya da izin verilenden çoğu öneriliyor. Dolu: 20’de 19.',
  },
  storage: {
    table: 'Tablo', size: 'Boyut', indexes: 'Dizinler', rows: 'Satır, yaklaşık', partitions: 'Bölüm', version: (version: string) => `PostgreSQL ${version}`,
    days: (n: number, first: string, last: string, open: number) => `${first} ile ${last} arasında ${n} günün bölümü var; ${open} günde açık çalışma olabilir.`,
    ahead: (n: number) => `${n} gün önceden hazır.`, noneAhead: 'Hazır gün yok: yarının çalışmaları başıboş bölümüne gider. Düğümlerin sağlığına bakın.',
  },
  dispatching: {
    on: 'Dağıtım sürüyor.', off: (who: string) => `Dağıtımı ${who} durdurdu.`, stop: 'Dağıtımı durdur', resume: 'Dağıtımı sürdür', history: 'Şimdiye kadarki durdurmalar', none: 'Dağıtımı şimdiye kadar kimse durdurmadı.',
    stopTitle: 'Tüm kümede dağıtım durdurulsun mu?', stopText: 'Biri sürdürene kadar hiçbir çalışma planlanmaz, bırakılmaz, yayımlanmaz; elle başlatmalar reddedilir. Süren iş sonuna kadar gider.',
    resumeTitle: 'Dağıtım sürdürülsün mü?', resumeText: 'Bu arada kaçırılanlar her işin kaçırma kuralına uyar: bazıları şimdi, hepsi birden çalışır.', stopped: 'Dağıtım durduruldu', resumed: 'Dağıtım sürüyor',
    by: 'Durduran', at: 'Durduruldu', reason: 'Neden', resumedAt: 'Sürdürüldü', resumedBy: 'Sürdüren', lasts: 'sürüyor',
  },
  repairs: {
    look: 'Olanaksız durumları ara', asked: 'Lider arıyor', title: 'Onarılan durumlar', none: 'Son 90 günde onarılacak bir şey olmadı.',
    at: 'Ne zaman', kind: 'Tür', found: 'Yanlış olan', done: 'Yapılan', job: 'İş', passes: 'İstenen aramalar', noPasses: 'Kimse istemedi: lider her saat ve dönemi başlarken kendiliğinden arar.',
    by: 'İsteyen', asked2: 'İstendi', ended: 'Bitti', repaired: 'Onarılan', goesOn: 'sürüyor', more: 'Daha fazla göster',
  },
});
