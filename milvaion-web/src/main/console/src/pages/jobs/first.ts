import { html, type TemplateResult } from 'lit';
import { emptiness } from '../../parts/block.ts';
import { t } from './words.ts';

const line = (): string => `curl -X POST ${new URL('api/v1/jobs', document.baseURI).href} \\
  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
  -d '{"displayName": "My first job", "jobType": "hello", "cronExpression": "*/5 * * * *"}'`;

/** What is said while there is no job at all. */
export const firstJob = (): TemplateResult =>
  emptiness(t.none, html`<p><a class="button primary" href="#/jobs/new">${t.newJob}</a></p>`, line());
