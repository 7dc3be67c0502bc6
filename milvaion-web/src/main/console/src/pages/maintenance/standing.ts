import type { ReactiveControllerHost } from 'lit';
import { Live } from '../../ground/live.ts';

/** Calls a function whenever something was stopped, paused or goes on. */
export const onStanding = (host: ReactiveControllerHost, read: () => void): Live => new Live(host, {
  channels: () => ['system'],
  event: ({ type }) => {
    if (type.startsWith('dispatching.')) {
      read();
    }
  },
  reread: read,
});
