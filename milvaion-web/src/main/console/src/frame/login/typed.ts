// What was typed at the login and is needed once more right after it. It is forgotten as soon as somebody is in.

export const typed = { name: '', password: '' };

export const forget = (): void => {
  typed.name = '';
  typed.password = '';
};
