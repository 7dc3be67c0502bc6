import type { Schemas } from '../../ground/types.ts';

export type Rule = Schemas['CalendarRule'];
export type Kind = Rule['kind'];

export const KINDS: readonly Kind[] = ['weekdays', 'dates', 'range', 'times', 'holidays', 'ical', 'calendar'];
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A rule as it stands in its fields: lists are lines. */
export interface RuleForm {
  kind: Kind;
  name: string;
  days: string[];
  dates: string;
  from: string;
  to: string;
  country: string;
  region: string;
  added: string;
  removed: string;
  calendar: string;
  when: 'open' | 'closed';
}

export const BLANK: RuleForm = {
  kind: 'weekdays', name: '', days: [], dates: '', from: '', to: '', country: '', region: '', added: '', removed: '', calendar: '', when: 'closed',
};

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** `2027-05-14 Day of the firm`, a line each. */
const named = (text: string): Record<string, string> => Object.fromEntries(lines(text).map((line) => {
  const [date = '', ...words] = line.split(/\s+/);
  return [date, words.join(' ')];
}));

export const formOf = (rule: Rule): RuleForm => ({
  ...BLANK, ...rule, days: [...rule.days ?? []], dates: (rule.dates ?? []).join('\n'), removed: (rule.removed ?? []).join('\n'),
  added: Object.entries(rule.added ?? {}).map(([date, name]) => `${date} ${name}`).join('\n'), when: rule.when ?? 'open',
});

/** What is sent: only what belongs to its kind. */
export const ruleOf = (form: RuleForm): Rule => {
  const name = form.name.trim() === '' ? {} : { name: form.name.trim() };
  switch (form.kind) {
    case 'weekdays': return { kind: form.kind, ...name, days: form.days };
    case 'dates': return { kind: form.kind, ...name, dates: lines(form.dates) };
    case 'range': return { kind: form.kind, ...name, from: form.from.trim(), to: form.to.trim() };
    case 'times': return { kind: form.kind, ...name, from: form.from, to: form.to, ...form.days.length > 0 && { days: form.days } };
    case 'holidays': return {
      kind: form.kind, ...name, country: form.country, ...form.region !== '' && { region: form.region },
      ...form.added.trim() !== '' && { added: named(form.added) }, ...form.removed.trim() !== '' && { removed: lines(form.removed) },
    };
    case 'ical': return { kind: form.kind, ...name };
    case 'calendar': return { kind: form.kind, ...name, calendar: form.calendar, when: form.when };
  }
};
