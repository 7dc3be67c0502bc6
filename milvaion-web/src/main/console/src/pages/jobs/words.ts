import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Jobs', name: 'Name', type: 'Type', next: 'Next run', none: 'There is no job yet.',
}, {
  title: 'İşler', name: 'Ad', type: 'Tür', next: 'Sonraki çalışma', none: 'Henüz iş yok.',
});
