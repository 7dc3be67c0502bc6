import { html, nothing, type TemplateResult } from 'lit';
import { short } from '../../ground/clock.ts';
import { change, here, href } from '../../ground/location.ts';
import { icon } from '../../parts/icon.ts';
import { jobOf, knownJobs } from '../../parts/runs/known-jobs.ts';
import { pins, unpin } from '../../parts/runs/pins.ts';
import { stateName, STATES } from '../../parts/state.ts';
import { addressOf, criteriaOf, DEFAULT_SINCE, without, type Criteria } from './criteria.ts';
import { t } from './words.ts';

const SINCES = ['1h', '24h', '7d', '30d'] as const;

const to = (criteria: Criteria): void => change(addressOf(criteria));

const labels = (criteria: Criteria): [keyof Criteria, string][] => {
  const { state, jobId, jobType, manual, since, from, to: end } = criteria;
  if (jobId !== undefined) {
    void jobOf(jobId);
  }
  const all: [keyof Criteria, string | undefined][] = [
    ['state', state && stateName(state)],
    ['jobId', jobId && t.ofJob(knownJobs.value.get(jobId)?.name ?? jobId)],
    ['jobType', jobType && t.ofType(jobType)],
    ['manual', manual === undefined ? undefined : manual ? t.manualOnly : t.scheduledOnly],
    ['since', since && t.last(t.spans[since as keyof typeof t.spans] ?? since)],
    ['from', from && t.from(short(from))],
    ['to', end && t.to(short(end))],
  ];
  return all.filter((one): one is [keyof Criteria, string] => one[1] !== undefined);
};

/** Every limit of the list, the one of time that nobody has asked for as well. */
export const limits = (): TemplateResult | typeof nothing => {
  const criteria = criteriaOf(here.value.query);
  const all = labels(criteria);
  return all.length === 0 ? nothing : html`<ul class="chips" aria-label=${t.limits}>${all.map(([name, label]) => html`
    <li><button type="button" class="chip" aria-label=${t.removeLimit(label)} @click=${() => to(without(criteria, name))}>${label} ${icon('close')}</button></li>`)}
    ${all.length > 1 ? html`<li><button type="button" class="link" @click=${() => to({})}>${t.showAll}</button></li>` : nothing}</ul>`;
};

/** The plain way to the same filter. */
export const choices = (): TemplateResult => {
  const criteria = criteriaOf(here.value.query);
  const value = criteria.since ?? (criteria.from ?? criteria.to) === undefined ? criteria.since ?? 'all' : '';
  return html`
    <span class="choice"><select aria-label=${t.state} @change=${(event: Event) => {
      const state = (event.target as HTMLSelectElement).value as Criteria['state'] | '';
      to(state === '' || state === undefined ? without(criteria, 'state') : { ...criteria, state });
    }}><option value="" .selected=${criteria.state === undefined}>${t.allStates}</option>${STATES.map((state) => html`
      <option value=${state} .selected=${state === criteria.state}>${stateName(state)}</option>`)}</select></span>
    <span class="choice"><select aria-label=${t.time} @change=${(event: Event) => {
      const since = (event.target as HTMLSelectElement).value;
      const rest = without(without(without(criteria, 'since'), 'from'), 'to');
      to(since === 'all' ? rest : { ...rest, since });
    }}>${value === '' || value !== 'all' && !SINCES.includes(value as typeof DEFAULT_SINCE) ? html`<option selected>${t.ownTime}</option>` : nothing}
      ${SINCES.map((since) => html`<option value=${since} .selected=${since === value}>${t.last(t.spans[since])}</option>`)}
      <option value="all" .selected=${value === 'all'}>${t.anyTime}</option></select></span>`;
};

/** Runs that are kept at hand. */
export const pinned = (): TemplateResult | typeof nothing => pins.value.length === 0 ? nothing : html`
  <ul class="chips pins" aria-label=${t.pins}>${pins.value.map((pin) => html`<li class="chip">${icon('pin')}
    <a href=${href(`/runs/${pin.id}`)}>${pin.jobName} ${short(pin.plannedAt)}</a>
    <button type="button" class="link" aria-label=${t.unpin(pin.jobName)} @click=${() => unpin(pin.id)}>${icon('close')}</button></li>`)}</ul>`;
