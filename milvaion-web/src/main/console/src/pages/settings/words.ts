import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Settings', branding: 'How people know this installation', name: 'Name', colour: 'Colour', environment: 'Environment', production: 'Production',
  yes: 'Yes', no: 'No', unset: 'not set', version: 'Version', node: 'Node', zoneRules: 'Time zone rules', features: 'What it can do',
  featureNames: { mail: 'Sends mail', mcp: 'Answers language models (MCP)', signInElsewhere: 'Sign-in at a provider', directory: 'Sign-in by a directory' },
  all: 'All settings of this node', filter: 'Filter by key or meaning', given: 'Only what is set', hint: 'They are read when a node starts. To change one, give it where the table says and start the nodes one after the other.',
  key: 'Key', value: 'Value', from: 'From', meaning: 'Meaning', secret: 'secret', none: 'No setting fits.',
  sources: { default: 'by itself', systemProperty: 'system property', environment: 'environment', file: 'milvaion.json', application: 'application', server: 'server' },
  filterIs: (text: string) => `Text: ${text}`, mine: 'Theme, density, language, zone and letter keys are yours: they are in the menu with your name.',
}, {
  title: 'Ayarlar', branding: 'Bu kurulum nasıl tanınır', name: 'Ad', colour: 'Renk', environment: 'Ortam', production: 'Üretim',
  yes: 'Evet', no: 'Hayır', unset: 'ayarlanmadı', version: 'Sürüm', node: 'Düğüm', zoneRules: 'Saat dilimi kuralları', features: 'Neler yapabilir',
  featureNames: { mail: 'E-posta gönderir', mcp: 'Dil modellerine yanıt verir (MCP)', signInElsewhere: 'Bir sağlayıcıda oturum açma', directory: 'Dizin ile oturum açma' },
  all: 'Bu düğümün tüm ayarları', filter: 'Anahtara ya da anlama göre süz', given: 'Yalnızca ayarlananlar', hint: 'Bir düğüm başlarken okunurlar. Değiştirmek için tabloda yazan yerde verin ve düğümleri sırayla başlatın.',
  key: 'Anahtar', value: 'Değer', from: 'Nereden', meaning: 'Anlamı', secret: 'gizli', none: 'Uyan ayar yok.',
  sources: { default: 'kendiliğinden', systemProperty: 'sistem özelliği', environment: 'ortam değişkeni', file: 'milvaion.json', application: 'uygulama', server: 'sunucu' },
  filterIs: (text: string) => `Metin: ${text}`, mine: 'Tema, yoğunluk, dil, saat dilimi ve harf tuşları sizindir: adınızın menüsündedir.',
});
