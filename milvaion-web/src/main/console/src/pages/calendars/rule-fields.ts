import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { dayName } from './rule-text.ts';
import { DAYS, KINDS, type Kind, type RuleForm } from './rules.ts';
import { t } from './words.ts';

const f = t.form;

/** What rules can name. */
export interface Known { countries: readonly Schemas['HolidayCountry'][]; calendars: readonly string[] }

/** What is shown of one rule, and changed. */
export interface RuleFilling {
  id: string;
  rule: RuleForm;
  known: Known;
  set: (changes: Partial<RuleForm>) => void;
  /** What is wrong with a part of it, or with all of it where the part is empty. */
  wrong: (part: string) => string | undefined;
}

type Texts = 'name' | 'dates' | 'from' | 'to' | 'added' | 'removed';

const labelled = (of: RuleFilling, part: string, label: string, hint: string, input: (id: string, described: unknown, invalid: unknown) => TemplateResult): TemplateResult => {
  const id = `${of.id}-${part}`;
  const wrong = of.wrong(part);
  return html`<div class="field"><label for=${id}>${label}</label>${input(id, hint === '' && wrong === undefined ? nothing : `${id}-hint`, wrong === undefined ? nothing : 'true')}
    ${hint === '' && wrong === undefined ? nothing : html`<span id="${id}-hint">${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}${
      wrong === undefined ? nothing : html` <span class="wrong">${wrong}</span>`}</span>`}</div>`;
};

const text = (of: RuleFilling, part: Texts, label: string, hint = '', type = 'text'): TemplateResult =>
  labelled(of, part, label, hint, (id, described, invalid) => html`<input id=${id} type=${type} autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}
    .value=${of.rule[part]} @input=${(event: Event) => of.set({ [part]: (event.target as HTMLInputElement).value })}>`);

const long = (of: RuleFilling, part: Texts, label: string, hint: string): TemplateResult =>
  labelled(of, part, label, hint, (id, described, invalid) => html`<textarea id=${id} class="mono" rows="3" spellcheck="false" aria-describedby=${described} aria-invalid=${invalid}
    .value=${of.rule[part]} @input=${(event: Event) => of.set({ [part]: (event.target as HTMLTextAreaElement).value })}></textarea>`);

const choose = (of: RuleFilling, part: 'kind' | 'country' | 'region' | 'calendar' | 'when', label: string, all: readonly (readonly [string, string])[], chosen: (value: string) => Partial<RuleForm>): TemplateResult =>
  labelled(of, part, label, '', (id, described, invalid) => html`<select id=${id} aria-describedby=${described} aria-invalid=${invalid} .value=${of.rule[part]}
    @change=${(event: Event) => of.set(chosen((event.target as HTMLSelectElement).value))}>
    ${all.map(([value, name]) => html`<option value=${value} .selected=${value === of.rule[part]}>${name}</option>`)}</select>`);

const days = (of: RuleFilling, hint: string): TemplateResult => html`<fieldset class="field choices"><legend>${f.days}</legend><div class="week">${DAYS.map((day) => html`
    <label class="day"><input type="checkbox" .checked=${of.rule.days.includes(day)} @change=${() => of.set({
      days: DAYS.filter((one) => (one === day) !== of.rule.days.includes(one)),
    })}><span aria-hidden="true">${dayName(day, 'short')}</span><span class="unseen">${dayName(day)}</span></label>`)}</div>
  ${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}${of.wrong('days') === undefined ? nothing : html`<span class="wrong">${of.wrong('days')}</span>`}</fieldset>`;

const holidays = (of: RuleFilling): TemplateResult => {
  const country = of.known.countries.find((one) => one.country === of.rule.country);
  return html`<div class="pair">
      ${choose(of, 'country', f.country, [['', f.choose], ...of.known.countries.map((one) => [one.country, `${one.name} (${one.country})`] as const)], (value) => ({ country: value, region: '' }))}
      ${country === undefined || country.regions.length === 0 ? nothing : choose(of, 'region', f.region,
        [['', f.wholeCountry], ...country.regions.map((one) => [one.region, `${one.name} (${one.region})`] as const)], (region) => ({ region }))}</div>
    <div class="pair">${long(of, 'added', f.added, f.addedHint)}${long(of, 'removed', f.removed, f.datesHint)}</div>`;
};

const PARTS: Record<Kind, (of: RuleFilling) => TemplateResult> = {
  weekdays: (of) => days(of, ''),
  dates: (of) => long(of, 'dates', f.dates, f.datesHint),
  range: (of) => html`<div class="pair">${text(of, 'from', f.from)}${text(of, 'to', f.to, f.rangeHint)}</div>`,
  times: (of) => html`<div class="pair">${text(of, 'from', f.from, '', 'time')}${text(of, 'to', f.to, f.timesHint, 'time')}</div>${days(of, f.everyDay)}`,
  holidays,
  ical: () => html`<p class="hint">${f.icalHint}</p>`,
  calendar: (of) => html`<div class="pair">
    ${choose(of, 'calendar', f.other, [['', f.choose], ...of.known.calendars.map((name) => [name, name] as const)], (calendar) => ({ calendar }))}
    ${choose(of, 'when', f.when, [['open', t.open], ['closed', t.closed]], (when) => ({ when: when as RuleForm['when'] }))}</div>`,
};

/** The fields of a rule, by its kind. */
export const ruleFields = (of: RuleFilling): TemplateResult => html`<div class="pair">
    ${choose(of, 'kind', f.kind, KINDS.map((kind) => [kind, f.kinds[kind]] as const), (kind) => ({ kind: kind as Kind }))}
    ${text(of, 'name', f.ruleName)}</div>
  ${PARTS[of.rule.kind](of)}${of.wrong('') === undefined ? nothing : html`<p class="wrong">${of.wrong('')}</p>`}`;
