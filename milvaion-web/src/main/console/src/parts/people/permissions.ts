import { html, type TemplateResult } from 'lit';
import { words } from '../../ground/language.ts';
import type { Permission } from '../../ground/types.ts';

interface Group { title: string; permissions: readonly (readonly [Permission, string])[] }

const t = words({
  jobs: 'Jobs', runs: 'Runs', failures: 'Failures', machine: 'Workers and system', people: 'People',
  jobRead: 'See jobs, their schedules and versions', jobWrite: 'Make, change and delete jobs', jobTrigger: 'Start runs by hand',
  jobSecrets: 'See and set secret values in the data of jobs', runRead: 'See runs, their data, logs and results',
  runCancel: 'Cancel runs', failureRead: 'See failures, missed runs and dead letters', failureWrite: 'Resolve and annotate failures',
  failureReplay: 'Run again what has failed', workerRead: 'See workers and queues', workerDrain: 'Drain workers and take them back',
  systemRead: 'See nodes, health and metrics', systemOperate: 'Stop and resume dispatching, run maintenance',
  userRead: "See accounts, roles and everybody's keys", userWrite: 'Make and change accounts and roles', auditRead: 'Read and export the audit trail',
}, {
  jobs: 'İşler', runs: 'Çalışmalar', failures: 'Hatalar', machine: 'İşçiler ve sistem', people: 'Kişiler',
  jobRead: 'İşleri, zamanlamalarını ve sürümlerini görür', jobWrite: 'İş yapar, değiştirir ve siler', jobTrigger: 'Elle çalışma başlatır',
  jobSecrets: 'İş verisindeki gizli değerleri görür ve belirler', runRead: 'Çalışmaları, verilerini, günlüklerini ve sonuçlarını görür',
  runCancel: 'Çalışmaları iptal eder', failureRead: 'Hataları, kaçırılanları ve ölü mektupları görür', failureWrite: 'Hataları çözer ve not ekler',
  failureReplay: 'Başarısız olanı yeniden çalıştırır', workerRead: 'İşçileri ve kuyrukları görür', workerDrain: 'İşçileri boşaltır ve geri alır',
  systemRead: 'Düğümleri, sağlığı ve ölçümleri görür', systemOperate: 'Dağıtımı durdurur ve sürdürür, bakım yapar',
  userRead: 'Hesapları, rolleri ve herkesin anahtarlarını görür', userWrite: 'Hesap ve rol yapar, değiştirir', auditRead: 'Denetim izini okur ve dışa aktarır',
});

/** All there are, by what they are about. */
export const GROUPS: readonly Group[] = [
  { title: t.jobs, permissions: [['Job.Read', t.jobRead], ['Job.Write', t.jobWrite], ['Job.Trigger', t.jobTrigger], ['Job.Secrets', t.jobSecrets]] },
  { title: t.runs, permissions: [['Occurrence.Read', t.runRead], ['Occurrence.Cancel', t.runCancel]] },
  { title: t.failures, permissions: [['Failure.Read', t.failureRead], ['Failure.Write', t.failureWrite], ['Failure.Replay', t.failureReplay]] },
  {
    title: t.machine, permissions: [['Worker.Read', t.workerRead], ['Worker.Drain', t.workerDrain], ['System.Read', t.systemRead],
      ['System.Operate', t.systemOperate]],
  },
  { title: t.people, permissions: [['User.Read', t.userRead], ['User.Write', t.userWrite], ['Audit.Read', t.auditRead]] },
];

/** What is permitted, in words. */
export const permissionList = (permitted: readonly string[]): TemplateResult => html`<dl class="permissions">${GROUPS
  .map(({ title, permissions }) => ({ title, given: permissions.filter(([name]) => permitted.includes(name)) }))
  .filter(({ given }) => given.length > 0)
  .map(({ title, given }) => html`<div><dt>${title}</dt>${given.map(([name, meaning]) =>
    html`<dd>${meaning} <code class="meta">${name}</code></dd>`)}</div>`)}</dl>`;

/** Boxes named `permission`, for what somebody may give. */
export const permissionBoxes = (offered: readonly string[], ticked: readonly string[] = []): TemplateResult => html`
  <div class="permission-boxes">${GROUPS
    .map(({ title, permissions }) => ({ title, some: permissions.filter(([name]) => offered.includes(name)) }))
    .filter(({ some }) => some.length > 0)
    .map(({ title, some }) => html`<fieldset><legend>${title}</legend>${some.map(([name, meaning]) => html`
      <label class="check"><input type="checkbox" name="permission" value=${name} ?checked=${ticked.includes(name)}>
        <span>${meaning} <code class="meta">${name}</code></span></label>`)}</fieldset>`)}</div>`;
