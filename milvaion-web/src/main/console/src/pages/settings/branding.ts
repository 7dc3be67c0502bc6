import { html, type TemplateResult } from 'lit';
import type { Schemas } from '../../ground/types.ts';
import { t } from './words.ts';

const said = (yes: boolean): string => (yes ? t.yes : t.no);

/** Name, colour and environment as the top bar shows them, and what they are set to. */
export const branding = (now: Schemas['InstallationSettings']): TemplateResult => html`<div class="cards">
  <section class="card" aria-labelledby="branding"><h2 id="branding">${t.branding}</h2>
    <dl class="facts">
      <dt>${t.name}</dt><dd>${now.name}</dd>
      <dt>${t.colour}</dt><dd>${now.colour ? html`<span class="swatch" .style=${`background: ${now.colour}`} aria-hidden="true"></span> <code>${now.colour}</code>` : t.unset}</dd>
      <dt>${t.environment}</dt><dd>${now.environment ? html`<span class="environment">${now.environment}</span>` : t.unset}</dd>
      <dt>${t.production}</dt><dd>${said(now.production)}</dd>
      <dt>${t.version}</dt><dd>${now.version}</dd>
      <dt>${t.node}</dt><dd>${now.node}</dd>
      <dt>${t.zoneRules}</dt><dd>${now.zoneRules}</dd>
    </dl></section>
  <section class="card" aria-labelledby="features"><h2 id="features">${t.features}</h2>
    <dl class="facts">${Object.entries(now.features).map(([name, can]) => html`<dt>${t.featureNames[name as keyof typeof t.featureNames] ?? name}</dt><dd>${said(can as boolean)}</dd>`)}</dl>
    <p class="meta">${t.mine}</p></section>
</div>`;
