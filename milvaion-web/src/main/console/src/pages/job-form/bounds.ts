import { html, nothing, type TemplateResult } from 'lit';
import { ago, exact } from '../../ground/clock.ts';
import { href } from '../../ground/location.ts';
import { icon } from '../../parts/icon.ts';
import { choice, field, idOf, type Filling } from './field.ts';
import { repeats, type Name } from './form.ts';
import { hints, labels } from './words-fields.ts';
import { instantOf, isKnown } from './zone.ts';

// What holds for a schedule of any kind: from when to when, on which days, and how far off its instants.

/** Open when something in it is set, or was. */
const more = (filling: Filling, title: string, names: readonly Name[], body: TemplateResult): TemplateResult => {
  const isUsed = names.some((name) => filling.form[name].toString() !== '' || filling.touched(name));
  return html`<details class="bounds" ?open=${isUsed}><summary>${title}</summary>${body}</details>`;
};

/** An instant by the clocks of the zone of the job; below it stands which that is. */
export const moment = (filling: Filling, name: 'executeAt' | 'startsAt' | 'endsAt', otherwise = '', required = false): TemplateResult => {
  const { timeZone } = filling.form;
  const at = filling.form[name] === '' || !isKnown(timeZone) ? null : instantOf(filling.form[name], timeZone);
  return field(filling, name, { type: 'datetime-local', step: 1, required, hint: at === null ? otherwise : hints.executeAt(exact(at, timeZone), ago(at)) });
};

const window = (filling: Filling): TemplateResult => more(filling, hints.window, ['startsAt', 'endsAt', 'maxRuns'], html`<div class="pair">
  ${moment(filling, 'startsAt', filling.form.schedule === 'every' ? hints.startsAtEvery : hints.startsAtUnset)}
  ${moment(filling, 'endsAt', hints.endsAtUnset)}
  ${filling.form.schedule === 'delay' ? nothing : field(filling, 'maxRuns', { number: true, hint: hints.maxRuns })}</div>`);

const offsets = (filling: Filling): TemplateResult => more(filling, hints.offsets, ['spreadSeconds', 'jitterSeconds'], html`<div class="pair">
  ${field(filling, 'spreadSeconds', { number: true, hint: hints.spread })}${field(filling, 'jitterSeconds', { number: true, hint: hints.jitter })}</div>`);

/** @param known names of the calendars that there are; undefined if that is not known */
const calendars = (filling: Filling, known: readonly string[] | undefined): TemplateResult => {
  const chosen = filling.form.calendars;
  const all = [...known ?? [], ...chosen.filter((name) => known?.includes(name) !== true)];
  const set = (name: string, isChosen: boolean): void => filling.set('calendars', isChosen ? [...chosen, name] : chosen.filter((one) => one !== name));
  const box = (name: string): TemplateResult => html`<label class="check"><input type="checkbox" .checked=${chosen.includes(name)}
    @change=${(event: Event) => set(name, (event.target as HTMLInputElement).checked)}><span>${name}${known?.includes(name) === false
      ? html` <span class="wrong" title=${hints.unknownCalendar}>${icon('failures')} ${hints.unknown}</span>` : nothing}</span></label>`;
  const wrong = filling.wrong('calendars');
  return more(filling, hints.closed, ['calendars'], html`<fieldset class="field choices" id=${idOf('calendars')} tabindex="-1"><legend class="unseen">${labels.calendars}</legend>
    ${all.length === 0 ? html`<p class="hint">${hints.noCalendars} <a href=${href('/calendars')}>${hints.makeCalendar}</a></p>` : html`<p class="hint">${hints.calendars}</p>
      <div class="calendar-names">${all.map(box)}</div>`}
    ${wrong === undefined ? nothing : html`<span class="wrong">${wrong}</span>`}</fieldset>
    ${chosen.length === 0 ? nothing : choice(filling, 'onClosed')}`);
};

export const bounds = (filling: Filling, known: readonly string[] | undefined): TemplateResult => html`
  ${repeats(filling.form) ? window(filling) : nothing}${calendars(filling, known)}${repeats(filling.form) ? offsets(filling) : nothing}`;
