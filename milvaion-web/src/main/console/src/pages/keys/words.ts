import { words } from '../../ground/language.ts';

export const t = words({
  title: 'API keys', mine: 'My keys', hint: 'Everybody’s. A key does what its owner may, or less; only its owner makes and rotates it.',
}, {
  title: 'API anahtarları', mine: 'Anahtarlarım', hint: 'Herkesinkiler. Bir anahtar sahibinin yapabildiğini ya da daha azını yapar; onu yalnızca sahibi yapar ve yeniler.',
});
