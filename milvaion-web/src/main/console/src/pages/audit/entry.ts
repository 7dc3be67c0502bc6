import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../ground/api.ts';
import { number } from '../../ground/language.ts';
import { href } from '../../ground/location.ts';
import { Resource } from '../../ground/resource.ts';
import { block } from '../../parts/block.ts';
import { Part } from '../../parts/part.ts';
import '../../parts/time.ts';
import { diff } from './diff.ts';
import { actorOf, objectOf, outcomeMark, type Entry } from './marks.ts';
import { t } from './words.ts';

const credentialOf = ({ credential }: Entry): string => credential === null ? '–'
  : credential.kind === 'key' ? t.keyOf(credential.name ?? '') : credential.kind === 'token' ? t.foreign : t.session;

/** One entry of the trail, with what has changed. */
@customElement('m-audit-entry')
export class AuditEntry extends Part {
  @property() entry = '';

  private readonly known = new Resource<Entry>(this, (signal) => api.get('/audit/{id}', { path: { id: this.entry }, signal }));

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entry')) {
      this.known.forget();
      void this.known.load();
    }
  }

  override render() {
    const entry = this.known.value;
    return html`<header class="page-head"><nav class="crumbs meta"><a href=${href('/audit')}>${t.back}</a></nav>
        <h1>${entry === undefined ? t.title : html`${t.entry(number(entry.number))}: ${entry.action}`}</h1>
        ${entry === undefined ? nothing : this.links(entry)}</header>
      ${block(this.known, { lines: 8, ok: (found) => this.facts(found) })}`;
  }

  private links(entry: Entry): TemplateResult {
    return html`<a class="button" href=${href('/audit', { actor: entry.actor })}>${t.others}</a>
      ${entry.object?.id == null ? nothing : html`<a class="button" href=${href('/audit', { objectType: entry.object.type, objectId: entry.object.id })}>${t.same}</a>`}`;
  }

  private facts(entry: Entry): TemplateResult {
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value ?? '–'}</dd>`;
    return html`<section class="card"><h2>${t.facts}</h2><dl class="facts">
        ${fact(t.at, html`<m-time at=${entry.at} relative zoned></m-time>`)}
        ${fact(t.actor, actorOf(entry))}${fact(t.key, credentialOf(entry))}${fact(t.address, entry.address)}
        ${fact(t.object, html`${objectOf(entry)} ${entry.object?.id == null ? nothing : html`<code class="meta">${entry.object.id}</code>`}`)}
        ${fact(t.outcome, outcomeMark(entry.outcome))}
        ${entry.status === null ? nothing : fact(t.status, entry.status)}${entry.detail === null ? nothing : fact(t.detail, entry.detail)}
        ${entry.count === 1 ? nothing : fact(t.count, number(entry.count))}
        ${fact(t.node, entry.node)}${fact(t.request, html`<code>${entry.requestId ?? '–'}</code>`)}${fact(t.hash, html`<code>${entry.hash}</code>`)}
      </dl></section>
      <h2>${t.changes}</h2>${diff(entry.before, entry.after)}`;
  }
}
