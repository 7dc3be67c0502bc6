import { html, nothing, type TemplateResult } from 'lit';
import { locale } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import type { Kind, Rule } from './rules.ts';
import { DAYS } from './rules.ts';
import { t } from './words.ts';

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const SHOWN = 12;

/** `Monday`, in the language of the page. */
export const dayName = (day: string, width: 'short' | 'long' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: width }).format(MONDAY + DAYS.indexOf(day as typeof DAYS[number]) * DAY_MS);

const list = (all: readonly string[]): string => new Intl.ListFormat(locale).format(all);

const few = (all: readonly string[]): string =>
  (all.length <= SHOWN ? list(all) : list([...all.slice(0, SHOWN - 1), t.more(all.length - SHOWN + 1)]));

const said: Record<Kind, (rule: Rule) => unknown> = {
  weekdays: (rule) => few((rule.days ?? []).map((day) => dayName(day))),
  dates: (rule) => few(rule.dates ?? []),
  range: (rule) => (rule.from!.length > 5 ? t.range(rule.from!, rule.to!) : t.eachYear(rule.from!, rule.to!)),
  times: (rule) => `${t.times(rule.from!, rule.to!)}${rule.days === undefined ? '' : `, ${few(rule.days.map((day) => dayName(day)))}`}`,
  holidays: (rule) => html`${t.holidaysOf(rule.country!, rule.region)}${corrections(rule)}`,
  ical: () => t.icalRule,
  calendar: (rule) => html`${rule.when === 'closed' ? t.whenClosed : t.whenOpen} <a href=${href(`/calendars/${rule.calendar}`)}>${rule.calendar}</a>`,
};

const corrections = (rule: Rule): unknown => [
  ...rule.added === undefined ? [] : [`${t.with} ${few(Object.entries(rule.added).map(([date, name]) => `${date} ${name}`))}`],
  ...rule.removed === undefined ? [] : [`${t.without} ${few(rule.removed)}`],
].map((text) => html`<br><span class="meta">${text}</span>`);

/** A rule in words. */
export const ruleText = (rule: Rule): TemplateResult =>
  html`${rule.name === undefined ? nothing : html`<strong>${rule.name}:</strong> `}${said[rule.kind](rule)}`;
