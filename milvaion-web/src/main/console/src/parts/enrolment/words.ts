import { words } from '../../ground/language.ts';

export const t = words({
  title: 'Set up a second factor', proof: 'Type your password once more, so that nobody else sets it up.',
  password: 'Password', goOn: 'Go on', confirm: 'Confirm',
  key: 'Add this key to an authenticator app', copy: 'Copy the key', open: 'Open it in an app of this device',
  code: 'Code that the app shows now', keepTitle: 'Keep these recovery codes',
  keep: 'Each of them logs in once, in place of the app. They are not shown again.',
  kept: 'I have kept them', copyCodes: 'Copy the codes', save: 'Save as a file',
}, {
  title: 'İkinci etken kurun', proof: 'Başka biri kurmasın diye parolanızı bir kez daha yazın.',
  password: 'Parola', goOn: 'Devam', confirm: 'Onayla',
  key: 'Bu anahtarı bir doğrulama uygulamasına ekleyin', copy: 'Anahtarı kopyala', open: 'Bu aygıttaki bir uygulamada aç',
  code: 'Uygulamanın şimdi gösterdiği kod', keepTitle: 'Bu kurtarma kodlarını saklayın',
  keep: 'Her biri uygulama yerine bir kez giriş yapar. Bir daha gösterilmezler.',
  kept: 'Sakladım', copyCodes: 'Kodları kopyala', save: 'Dosya olarak kaydet',
});
