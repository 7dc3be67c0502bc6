import { here } from '../ground/location.ts';
import { routes, type Route } from './routes.ts';

// Browsers have it; the types of the DOM do not yet.
declare class URLPattern {
  constructor(pattern: { pathname: string });
  exec(address: { pathname: string }): { pathname: { groups: Record<string, string | undefined> } } | null;
}

export interface Found { route: Route; members: Record<string, string> }

const patterns = new Map(routes.map((route) => [route, new URLPattern({ pathname: route.path })]));

/** The page that the address names. */
export const found = (path = here.value.path): Found | null => {
  for (const [route, pattern] of patterns) {
    const match = pattern.exec({ pathname: path });
    if (match !== null) {
      const members = Object.entries(match.pathname.groups).map(([name, value]) => [name, decodeURIComponent(value ?? '')] as const);
      return { route, members: Object.fromEntries(members) };
    }
  }
  return null;
};
