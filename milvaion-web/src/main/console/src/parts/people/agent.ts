import { t } from './words.ts';

const BROWSERS: [RegExp, string][] = [[/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'], [/curl\//, 'curl']];
const SYSTEMS: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']];

const named = (agent: string, names: [RegExp, string][]): string | undefined => names.find(([form]) => form.test(agent))?.[1];

/** What a program calls itself, as people call it; what is not recognised stays as it is. */
export const agentName = (agent: string): string => {
  const browser = named(agent, BROWSERS);
  const system = named(agent, SYSTEMS);
  return browser !== undefined && system !== undefined ? t.on(browser, system) : browser ?? (agent || t.unknownAgent);
};
