import { api } from './api.ts';
import { connection } from './live.ts';
import { me } from './session.ts';
import { Store } from './store.ts';
import type { Schemas } from './types.ts';

/** What this installation is called, can do and allows; null until it is known. */
export const installation = new Store<Schemas['InstallationSettings'] | null>(null);

/** Whether a node of another version answers than the one that this page was loaded with. */
export const outdated = new Store(false);

const read = async (): Promise<void> => {
  try {
    const before = installation.value;
    const now = await api.get('/settings');
    installation.set(now);
    if (before !== null && before.version !== now.version) {
      outdated.set(true);
    }
  } catch { // asked again with the next connection
  }
};

installation.onChange(() => {
  const colour = installation.value?.colour;
  if (colour) {
    document.documentElement.style.setProperty('--brand', colour);
  } else {
    document.documentElement.style.removeProperty('--brand');
  }
});

let connected = 0;

// After a break another node may answer, or a new version.
connection.onChange(() => {
  if (connection.value === 'live' && me.value !== null && connected++ > 0) {
    void read();
  }
});

me.onChange(() => {
  if (me.value !== null && installation.value === null) {
    void read();
  }
});
