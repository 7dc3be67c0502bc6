import { html, type TemplateResult } from 'lit';
import { words } from '../ground/language.ts';
import { icon, type Icon } from './icon.ts';

/** How a run stands; `waiting` and `skipped` are shown so, but are no states of a run. */
export type State =
  | 'queued' | 'running' | 'completed' | 'failed' | 'cancelled' | 'timedOut' | 'unknown' | 'skipped' | 'waiting';

export const STATES: readonly State[] =
  ['queued', 'running', 'completed', 'failed', 'cancelled', 'timedOut', 'unknown'];

const names: Record<State, string> = words({
  queued: 'Queued', running: 'Running', completed: 'Completed', failed: 'Failed', cancelled: 'Cancelled',
  timedOut: 'Timed out', unknown: 'Unknown', skipped: 'Skipped', waiting: 'Waiting',
}, {
  queued: 'Kuyrukta', running: 'Çalışıyor', completed: 'Tamamlandı', failed: 'Başarısız', cancelled: 'İptal edildi',
  timedOut: 'Zaman aşımı', unknown: 'Bilinmiyor', skipped: 'Atlandı', waiting: 'Bekliyor',
});

export const stateName = (state: State): string => names[state];

/** Whether no attempt follows any more. */
export const isFinal = (state: State): boolean =>
  state !== 'queued' && state !== 'running' && state !== 'waiting' && state !== 'unknown';

/** Shape, word and colour of a state. */
export const stateMark = (state: State, { wordless = false } = {}): TemplateResult => html`<span
  class="state" data-state=${state}>${icon(state as Icon)}<span class=${wordless ? 'unseen' : ''}>${names[state]}</span></span>`;
