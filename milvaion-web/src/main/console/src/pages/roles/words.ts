import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Roles', permission: 'Permission', may: 'Yes', mayNot: 'No', builtIn: 'Built in', own: 'Own', limit: 'For', holders: 'Who has it', show: 'Show',
  hint: 'An account may do what any of its roles permits. Built-in roles stay as they are.',
  make: 'Make a role…', makeTitle: 'Make a role', makeVerb: 'Make the role', makeHint: 'It can permit no more than you may yourself.', name: 'Name',
  edit: 'Edit', editTitle: (name: string) => `Change ${name}`, editVerb: 'Change the role', editHint: 'At once, for everybody who has it, also for open pages and API keys.',
  may_: 'It permits', limited: 'Limit to some jobs', saved: (name: string) => `The role ${name} is in force`,
  delete: 'Delete', deleteTitle: (name: string) => `Delete the role ${name}`, deleteHint: 'Nobody has it. It cannot be taken back.', deleted: (name: string) => `The role ${name} was deleted`,
  heldTitle: (name: string) => `${name} is in use`, held: (names: string) => `${names}: take it from them first.`, more: 'and others', showThem: 'Show them', deeds: 'Do',
}, {
  title: 'Roller', permission: 'Yetki', may: 'Evet', mayNot: 'Hayır', builtIn: 'Yerleşik', own: 'Özel', limit: 'Kapsam', holders: 'Kimde var', show: 'Göster',
  hint: 'Bir hesap, rollerinden herhangi birinin izin verdiğini yapabilir. Yerleşik roller değişmez.',
  make: 'Rol yap…', makeTitle: 'Rol yap', makeVerb: 'Rolü yap', makeHint: 'Sizin yapabildiğinizden fazlasına izin veremez.', name: 'Ad',
  edit: 'Düzenle', editTitle: (name: string) => `${name} rolünü değiştir`, editVerb: 'Rolü değiştir', editHint: 'Hemen, bu role sahip herkes için; açık sayfalar ve API anahtarları için de.',
  may_: 'İzin verdiği', limited: 'Bazı işlerle sınırla', saved: (name: string) => `${name} rolü yürürlükte`,
  delete: 'Sil', deleteTitle: (name: string) => `${name} rolünü sil`, deleteHint: 'Kimsede yok. Geri alınamaz.', deleted: (name: string) => `${name} rolü silindi`,
  heldTitle: (name: string) => `${name} kullanımda`, held: (names: string) => `${names}: önce onlardan alın.`, more: 've başkaları', showThem: 'Onları göster', deeds: 'İşlem',
});
