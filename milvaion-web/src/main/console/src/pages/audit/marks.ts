import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { icon } from '../../parts/icon.ts';
import { agentName } from '../../parts/people/agent.ts';
import { t } from './words.ts';

export type Entry = Schemas['AuditEntry'];

const STATES = { done: 'completed', refused: 'cancelled', failed: 'failed' } as const;
type Outcome = keyof typeof STATES;

export const outcomeMark = (outcome: string): TemplateResult =>
  html`<span class="state" data-state=${STATES[outcome as Outcome]}>${icon(STATES[outcome as Outcome])} ${t.outcomes[outcome as Outcome]}</span>`;

export const actorOf = ({ actor, accountId }: Entry): string =>
  accountId !== null ? actor : actor === 'system' ? t.system : actor || t.stranger;

/** What was done something to, by its name if it has one; sessions are named by the program. */
export const objectOf = ({ object }: Entry): string => {
  if (object === null) {
    return '–';
  }
  const name = object.type === 'session' && object.name != null ? agentName(object.name) : object.name ?? object.id;
  return [object.type, name].filter((text) => text != null).join(' ');
};
