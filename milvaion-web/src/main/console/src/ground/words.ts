import { words } from './language.ts';

export const t = words({
  refused: (status: number) => `The server answered ${status}`,
  noReason: 'It gave no reason.',
  noAnswer: 'No answer',
  tooLong: 'The server has not answered within 10 seconds.',
  unreachable: 'The server cannot be reached.',
}, {
  refused: (status: number) => `Sunucu ${status} yanıtını verdi`,
  noReason: 'Bir neden belirtmedi.',
  noAnswer: 'Yanıt yok',
  tooLong: 'Sunucu 10 saniye içinde yanıt vermedi.',
  unreachable: 'Sunucuya ulaşılamıyor.',
});
