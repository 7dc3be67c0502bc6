import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { span } from '../../ground/clock.ts';
import { change, here } from '../../ground/location.ts';
import { Watch } from '../../ground/store.ts';
import type { Schemas } from '../../ground/types.ts';
import { action } from '../../parts/action.ts';
import { Part } from '../../parts/part.ts';
import { rateToEmpty, slotsFor, throughput, workersFor } from './formula.ts';
import { figure, rate } from './rate.ts';
import { t } from './words.ts';

type Type = Schemas['Capacity']['types'][number];

interface Dial { name: string; label: string; min: number; max: number; step: number; otherwise: number }

const w = t.planner;

const keyOf = (type: Type): string => (type.workerGroup === null ? type.jobType : `${type.workerGroup}.${type.jobType}`);

const rounded = (n: number): number => Number(n.toPrecision(3));

/** The formula of the guide, to play with; what is chosen stands in the address. */
@customElement('m-planner')
export class Planner extends Part {
  @property({ attribute: false }) types: readonly Type[] = [];

  constructor() {
    super();
    new Watch(this, here);
  }

  override render() {
    const type = this.types.find((one) => keyOf(one) === here.value.query.get('type'));
    const plan = { workers: valueOf(workers(type)), slots: valueOf(slots(type)), seconds: valueOf(seconds(type)) };
    const empties = here.value.query.get('goal') === 'empty' && type !== undefined;
    return html`<section class="card planner" aria-labelledby="planner-title">
      <h2 id="planner-title">${w.title}</h2>
      <p class="meta">${w.lead}</p>
      <div class="planner-body">
        <form @submit=${(event: Event) => event.preventDefault()}>
          <label class="field"><span>${w.type}</span><select @change=${this.choose}>
            <option value="" ?selected=${type === undefined}>${w.ownFigures}</option>
            ${this.types.map((one) => html`<option value=${keyOf(one)} ?selected=${one === type}>${keyOf(one)}</option>`)}</select></label>
          ${type === undefined ? nothing : measured(type)}
          ${dial(workers(type))}${dial(slots(type))}${dial(seconds(type))}
          <fieldset class="goal"><legend>${w.goal}</legend>
            ${goal('rate', w.rate, !empties, false)}${goal('empty', w.empty, empties, type === undefined)}</fieldset>
          ${dial(empties ? MINUTES : PER_SECOND)}
        </form>
        <output class="answer" aria-live="polite">${answer(plan, wanted(empties ? type : undefined), empties ? type : undefined)}</output>
      </div></section>`;
  }

  private readonly choose = (event: Event): void =>
    change({ type: (event.target as HTMLSelectElement).value, workers: null, slots: null, seconds: null }, { replace: true });
}

const PER_SECOND: Dial = { name: 'rate', label: w.perSecond, min: 0.1, max: 1000, step: 0.1, otherwise: 50 };
const MINUTES: Dial = { name: 'minutes', label: w.minutes, min: 1, max: 1440, step: 1, otherwise: 10 };

const workers = (type?: Type): Dial =>
  ({ name: 'workers', label: w.workers, min: 1, max: 100, step: 1, otherwise: Math.max(1, type?.workers ?? 3) });

const slots = (type?: Type): Dial => ({
  name: 'slots', label: w.slots, min: 1, max: 200, step: 1,
  otherwise: type === undefined || type.workers === 0 ? 20 : Math.max(1, Math.floor(type.slots / type.workers)),
});

const seconds = (type?: Type): Dial => ({
  name: 'seconds', label: w.seconds, min: 0.001, max: 600, step: 0.001, otherwise: Math.max(0.001, rounded((type?.meanMs ?? 2000) / 1000)),
});

/** What the address says, within what is allowed, else what is so. */
const valueOf = (of: Dial): number => {
  const given = Number(here.value.query.get(of.name) ?? of.otherwise);
  return Number.isFinite(given) && given > 0 ? Math.min(of.max, Math.max(of.min, given)) : of.otherwise;
};

const wanted = (type: Type | undefined): number =>
  (type === undefined ? valueOf(PER_SECOND) : rateToEmpty(type.waiting ?? 0, type.arrivalsPerSecond, valueOf(MINUTES)));

const measured = (type: Type): TemplateResult => html`<p class="meta">
  ${type.meanMs === null ? w.notMeasured : w.measured(span(type.meanMs), span(type.p95Ms ?? type.meanMs), type.measuredRuns)}
  ${w.now(type.workers, type.slots)}
  ${['workers', 'slots', 'seconds'].some((name) => here.value.query.has(name))
    ? action({ label: w.take, kind: 'quiet', icon: 'retry', run: () => change({ workers: null, slots: null, seconds: null }, { replace: true }) }) : nothing}</p>`;

/** Slider and field of one figure: the slider moves by the logarithm, so that small and large ones are both met. */
const dial = (of: Dial): TemplateResult => {
  const value = valueOf(of);
  const set = (next: number): void => change({ [of.name]: Number(next.toPrecision(3)) }, { replace: true });
  const share = Math.log(value / of.min) / Math.log(of.max / of.min);
  const slid = (event: Event): void => {
    const exact = of.min * (of.max / of.min) ** (Number((event.target as HTMLInputElement).value) / 1000);
    set(of.step >= 1 ? Math.round(exact) : rounded(exact));
  };
  return html`<div class="dial"><label for="planner-${of.name}">${of.label}</label>
    <input type="range" min="0" max="1000" .value=${String(Math.round(share * 1000))} aria-label=${of.label} aria-valuetext=${value} @input=${slid}>
    <input type="number" id="planner-${of.name}" min=${of.min} max=${of.max} step=${of.step} .value=${String(value)}
      @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}></div>`;
};

const goal = (name: string, label: string, chosen: boolean, disabled: boolean): TemplateResult => html`<label class="check">
  <input type="radio" name="goal" .checked=${chosen} ?disabled=${disabled} @change=${() => change({ goal: name === 'rate' ? null : name }, { replace: true })}> ${label}</label>`;

const answer = (plan: { workers: number; slots: number; seconds: number }, perSecond: number, empties: Type | undefined): TemplateResult => {
  const makes = throughput(plan);
  const need = workersFor(perSecond, plan.slots, plan.seconds);
  const enough = need <= plan.workers;
  return html`<p class="meta">${w.makes(plan.workers, plan.slots, figure(plan.seconds), rate(makes))}</p>
    <p class="need" data-enough=${enough}>${enough ? w.enough : w.need(need, plan.slots)}</p>
    <p>${empties === undefined ? w.wanted(rate(perSecond)) : w.wantedEmpty(rate(perSecond), empties.waiting ?? 0, rate(empties.arrivalsPerSecond))}
      ${enough ? nothing : w.or(slotsFor(perSecond, plan.workers, plan.seconds), plan.workers)}</p>
    <p class="meta">${w.how}</p>`;
};
