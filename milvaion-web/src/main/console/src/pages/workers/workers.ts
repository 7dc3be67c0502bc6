import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { Live, type LiveEvent } from '../../ground/live.ts';
import { here } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { Soon } from '../../ground/soon.ts';
import { Watch } from '../../ground/store.ts';
import type { Page } from '../../ground/types.ts';
import { block, emptiness } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import { groupsOf, heard, membersOf, type Fleet, type Group, type Worker } from './fleet.ts';
import './group.ts';
import './refused.ts';
import { t } from './words.ts';

const TICK_MS = 1000;
const REREAD_MS = 250; // a group that is drained tells of each instance

/** All pages of a list: workers are few. */
const all = async <T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    items.push(...page.items);
    after = page.nextCursor ?? undefined;
  } while (after !== undefined);
  return items;
};

@customElement('m-workers')
export class Workers extends Part {
  @state() private now = Date.now();
  private ticking = 0;
  private readonly again = new Soon(this, REREAD_MS, () => this.fleet.load());

  private readonly fleet = new Resource<Fleet>(this, async (signal) => {
    const [groups, workers] = await Promise.all([
      all<Group>((after) => api.get('/worker-groups', { query: { limit: 200, after }, signal })),
      all<Worker>((after) => api.get('/workers', { query: { limit: 200, after }, signal })),
    ]);
    return { groups, workers };
  });

  constructor() {
    super();
    new Watch(this, here);
    new Live(this, { channels: () => ['system'], event: (event) => this.event(event), reread: () => void this.fleet.load() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fleet.load();
    this.ticking = window.setInterval(() => {
      this.now = Date.now();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  override render() {
    return html`<header class="page-head"><h1>${t.title}</h1></header>
      ${block(this.fleet, {
        lines: 10,
        empty: { when: ({ groups, workers }) => groups.length === 0 && workers.length === 0, say: () => emptiness(t.none) },
        ok: (fleet) => html`${groupsOf(fleet).map((group) => html`<m-worker-group .group=${group} .now=${this.now}
          .workers=${membersOf(fleet, group?.name ?? null)} .open=${here.value.query.get('worker')} @changed=${() => void this.fleet.load()}></m-worker-group>`)}`,
      })}
      <m-refused-senders></m-refused-senders>`;
  }

  private event(event: LiveEvent): void {
    if (event.type !== 'worker.updated' || this.fleet.value === undefined) {
      return;
    }
    const next = heard(this.fleet.value, event);
    if (next === null) {
      this.again.ask();
    } else {
      this.fleet.set(next);
    }
  }
}
