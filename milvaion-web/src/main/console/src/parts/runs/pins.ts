import { Store } from '../../ground/store.ts';

/** A run that somebody keeps at hand, in this browser. */
export interface Pin { id: string; jobName: string; plannedAt: string }

const KEY = 'milvaion.pins';
const MOST = 20;

const read = (): readonly Pin[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Pin[];
  } catch {
    return [];
  }
};

export const pins = new Store<readonly Pin[]>(read());

const keep = (next: readonly Pin[]): void => {
  localStorage.setItem(KEY, JSON.stringify(next));
  pins.set(next);
};

export const isPinned = (id: string): boolean => pins.value.some((pin) => pin.id === id);

export const unpin = (id: string): void => keep(pins.value.filter((pin) => pin.id !== id));

/** The oldest one goes when there are too many. */
export const pin = ({ id, jobName, plannedAt }: Pin): void =>
  keep([...pins.value.filter((one) => one.id !== id), { id, jobName, plannedAt }].slice(-MOST));
