import { html, nothing, type TemplateResult } from 'lit';
import { span } from '../../ground/clock.ts';
import { can } from '../../ground/session.ts';
import { flawSaid } from '../../parts/json-editor/json-editor.ts';
import { delays, list } from './delays.ts';
import { choice, field, idOf, type Filling } from './field.ts';
import { repeats } from './form.ts';
import { tags } from './tags.ts';
import { hints, labels } from './words-fields.ts';
import { t } from './words.ts';

// The parts of the form that need no answers of the server while one types.

const equal = (typed: string, otherwise: string): string =>
  /^\d+$/.test(typed) && Number(typed) >= 60 ? hints.equals(span(Number(typed) * 1000)) : typed === '' ? otherwise : '';

const section = (title: string, id: string, ...parts: unknown[]): TemplateResult =>
  html`<section class="card" aria-labelledby=${id}><h2 id=${id}>${title}</h2>${parts}</section>`;

export const what = (filling: Filling, suggested: { types: readonly string[]; groups: readonly string[] }, warnings: readonly string[]): TemplateResult =>
  section(t.sections.what, 'form-what',
    field(filling, 'displayName', { required: true, length: 200 }),
    field(filling, 'jobType', { required: true, mono: true, list: 'job-types', hint: can('Worker.Read') ? hints.jobType : `${hints.jobType} ${hints.noWorkers}` }),
    html`<datalist id="job-types">${suggested.types.map((type) => html`<option value=${type}></option>`)}</datalist>`,
    warnings.map((warning) => html`<p class="note warning" lang="en">${warning}</p>`),
    field(filling, 'workerGroup', { mono: true, list: 'worker-groups', hint: hints.workerGroup }),
    html`<datalist id="worker-groups">${suggested.groups.map((group) => html`<option value=${group}></option>`)}</datalist>`,
    field(filling, 'description', { long: true, length: 4000 }),
    tags(filling),
    html`<label class="check"><input type="checkbox" id=${idOf('active')} .checked=${filling.form.active}
      @change=${(event: Event) => filling.set('active', (event.target as HTMLInputElement).checked)}><span>${labels.active} <span class="meta">${hints.active}</span></span></label>`);

export const data = (filling: Filling): TemplateResult => section(t.sections.data, 'form-data',
  html`<div class="field" id=${idOf('jobData')} tabindex="-1"><span>${labels.jobData} <span class="meta">${t.optional}</span></span>
    <span class="hint">${hints.jobData}</span>
    <m-json-editor label=${labels.jobData} .text=${filling.form.jobData}
      @change=${(event: CustomEvent<string>) => filling.set('jobData', event.detail)}></m-json-editor>
    ${filling.wrong('jobData') === undefined || flawSaid(filling.form.jobData) !== null ? nothing : html`<span class="wrong">${filling.wrong('jobData')}</span>`}</div>`,
  field(filling, 'secretFields', { long: true, mono: true, hint: hints.secretFields }));

export const failing = (filling: Filling): TemplateResult => {
  const { maxRetries, retryBaseSeconds } = filling.form;
  const waits = delays(maxRetries, retryBaseSeconds);
  return section(t.sections.failing, 'form-failing',
    html`<div class="pair">${field(filling, 'maxRetries', { number: true, hint: maxRetries === '0' ? hints.noRetry : maxRetries === '' ? hints.inherited : '' })}
      ${field(filling, 'retryBaseSeconds', { number: true, hint: equal(retryBaseSeconds, hints.inherited) })}</div>`,
    waits.length === 0 ? nothing : html`<p class="meta" role="status">${hints.retriesAre(list(waits))}</p>`,
    choice(filling, 'onWorkerLost'),
    html`<div class="pair">${field(filling, 'autoDisableAfter', { number: true, hint: `${hints.setting} ${hints.zero}` })}
      ${field(filling, 'autoDisableWindowSeconds', { number: true, hint: equal(filling.form.autoDisableWindowSeconds, hints.setting) })}
      ${field(filling, 'autoEnableAfterSeconds', { number: true, hint: equal(filling.form.autoEnableAfterSeconds, hints.never) })}</div>`);
};

export const late = (filling: Filling): TemplateResult => section(t.sections.late, 'form-late',
  choice(filling, 'misfirePolicy'),
  repeats(filling.form) && filling.form.schedule !== 'delay' ? html`<div class="pair">${choice(filling, 'dstGap')}${choice(filling, 'dstOverlap')}</div>` : nothing);

export const limits = (filling: Filling): TemplateResult => section(t.sections.limits, 'form-limits',
  choice(filling, 'concurrentExecutionPolicy'),
  html`<div class="pair">${filling.form.concurrentExecutionPolicy === 'parallel' ? field(filling, 'maxConcurrent', { number: true, hint: hints.unlimited }) : nothing}
    ${field(filling, 'timeoutSeconds', { number: true, hint: equal(filling.form.timeoutSeconds, hints.unlimited) })}</div>`,
  choice(filling, 'onAbandoned'));
