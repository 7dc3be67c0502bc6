import { number, plural, words } from '../../ground/language.ts';

export const t = words({
  none: 'Nothing fits these criteria now.',
  meant: (n: number) => `${plural(n, 'thing fits', 'things fit')} these criteria now:`,
  more: (n: number) => `and ${number(n)} more`,
  begun: (n: number) => `The operation on ${number(n)} has begun.`,
  watch: 'Watch it',
}, {
  none: 'Bu ölçütlere şu anda hiçbir şey uymuyor.',
  meant: (n: number) => `Bu ölçütlere şu anda ${number(n)} kayıt uyuyor:`,
  more: (n: number) => `ve ${number(n)} tane daha`,
  begun: (n: number) => `${number(n)} kayıt üzerindeki işlem başladı.`,
  watch: 'İzle',
});
