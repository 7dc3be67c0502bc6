import { html, type TemplateResult } from 'lit';
import type { LiveEvent } from '../../ground/live.ts';
import type { Schemas } from '../../ground/types.ts';
import { icon, type Icon } from '../../parts/icon.ts';
import { t } from './words.ts';

export type Operation = Schemas['BulkOperation'];

const MARKS: Record<Operation['state'], Icon> = {
  pending: 'queued', running: 'running', paused: 'pause', completed: 'completed', cancelled: 'cancelled', failed: 'failed',
};

export const operationName = (operation: Operation): string =>
  `${t.actions[operation.action] ?? operation.action}: ${t.targets[operation.target] ?? operation.target}`;

export const operationState = (operation: Operation): TemplateResult =>
  html`<span class="state" data-state=${operation.state === 'pending' ? 'queued' : operation.state === 'paused' ? 'waiting' : operation.state}>${
    icon(MARKS[operation.state])}<span>${t.states[operation.state]}</span></span>`;

export const isOver = (operation: Operation): boolean =>
  operation.state === 'completed' || operation.state === 'cancelled' || operation.state === 'failed';

export const progressOf = (operation: Operation): TemplateResult => html`<span class="progress-line">
  <progress max=${Math.max(1, operation.total)} value=${operation.done + operation.failed} aria-label=${t.progress}></progress>
  <span class="number">${t.of(operation.done + operation.failed, operation.total)}</span></span>`;

/** Puts what an event says into an operation that is shown. */
export const told = (operation: Operation, event: LiveEvent): Operation =>
  event.type === 'operation.updated' && event.id === operation.id ? { ...operation, ...event.data } as Operation : operation;
