import { ask, type Question } from './dialog.ts';
import { done } from './toast.ts';

/** Asks, does it, and says that it was done. Resolves to whether it was. */
export const told = async (question: Question, said: () => string): Promise<boolean> => {
  const isDone = await ask(question);
  if (isDone) {
    done(said());
  }
  return isDone;
};
