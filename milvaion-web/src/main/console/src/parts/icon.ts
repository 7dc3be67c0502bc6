import { svg, type SVGTemplateResult } from 'lit';

// Drawn on 16 × 16. What a state looks like is its shape; the colour only helps.

const line = (path: string) => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.6"
  stroke-linecap="round" stroke-linejoin="round"></path>`;

const ICONS = {
  queued: svg`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"></circle>`,
  running: svg`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"></circle><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"></path>`,
  completed: svg`<circle cx="8" cy="8" r="6.5" fill="currentColor"></circle><path d="m5 8.2 2.1 2.1L11 6" fill="none" stroke="var(--surface)" stroke-width="1.6"></path>`,
  failed: svg`<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor"></path><path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--surface)" stroke-width="1.6"></path>`,
  timedOut: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6"></circle><path d="M8 4.5V8l2.4 1.6" fill="none" stroke="currentColor" stroke-width="1.6"></path>`,
  cancelled: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6"></circle><path d="m4 12 8-8" stroke="currentColor" stroke-width="1.6"></path>`,
  skipped: line('M2.5 9.5a5 5 0 0 1 9.6-2M12.6 3.4v4.2H8.5'),
  unknown: svg`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.4"></circle><path d="M6.2 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.4" fill="none" stroke="currentColor" stroke-width="1.5"></path><circle cx="8" cy="11.8" r=".9" fill="currentColor"></circle>`,
  waiting: line('M4.5 2h7M4.5 14h7M5.5 2c0 3 2.5 3.6 2.5 6s-2.5 3-2.5 6M10.5 2c0 3-2.5 3.6-2.5 6s2.5 3 2.5 6'),
  overview: line('M2 8 8 2.5 14 8M4 7v6.5h8V7'),
  jobs: line('M3 4h10M3 8h10M3 12h6'),
  runs: svg`<path d="M5 3v10l8-5z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"></path>`,
  timeline: line('M2 4h5M5 8h7M9 12h5'),
  failures: line('M8 2 1.8 13.2h12.4zM8 6.5v3M8 11.4v.2'),
  missed: line('M8 1.8a6.2 6.2 0 1 0 6.2 6.2M8 4.6V8l2 1.4M11 2l3 3m0-3-3 3'),
  upcoming: line('M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3'),
  calendars: line('M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3M5.5 10.2l1.6 1.6 3.4-3.4'),
  workers: line('M3 9.5h10v3.8H3zM5 9.5V6h6v3.5M8 6V2.8M6.2 2.8h3.6'),
  queues: line('M2.5 3h11v3h-11zM2.5 10h11v3h-11zM8 6v4'),
  cluster: line('M8 2.5v3M4 10.5 7 7.5M12 10.5 9 7.5M8 2.4a.2.2 0 1 0 0 .1M2.5 11.5h3v2.5h-3zM10.5 11.5h3v2.5h-3zM6.5 5h3v2.6h-3z'),
  operations: line('M2.5 4.5h7M12 3v3M9.6 4.5h3.9M2.5 11.5h2M7 10v3M4.6 11.5h8.9'),
  letters: line('M2 4h12v8.5H2zM2 4.3l6 4.4 6-4.4'),
  maintenance: line('M9.8 3.2a3.4 3.4 0 0 0-4.4 4.4L2.2 10.8l3 3 3.2-3.2a3.4 3.4 0 0 0 4.4-4.4L10.6 8.4 7.6 5.4z'),
  users: line('M8 7.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M3 13.6c.4-2.8 2.2-4.2 5-4.2s4.6 1.4 5 4.2'),
  roles: line('M8 1.8 13 3.6v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.6v-4zM5.6 8l1.8 1.8 3-3.4'),
  audit: line('M4 1.8h6l2.5 2.5v9.9H4zM6 7h4.5M6 9.5h4.5M6 12h2.5'),
  settings: line('M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8M8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4'),
  keys: line('M5 11a2.6 2.6 0 1 1 2.3-3.8h6.2v2.4h-1.8v1.8H9.4V9.6H7.3A2.6 2.6 0 0 1 5 11'),
  search: line('M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4l3.4 3.4'),
  bell: line('M4 11V7.2a4 4 0 0 1 8 0V11l1.2 1.4H2.8zM6.6 14h2.8'),
  pause: line('M5.5 3.5v9M10.5 3.5v9'),
  play: svg`<path d="M5 3v10l8-5z" fill="currentColor"></path>`,
  stop: line('M4 4h8v8H4z'),
  retry: line('M13 8a5 5 0 1 1-1.6-3.7M13 2.2v3h-3'),
  close: line('m4 4 8 8m0-8-8 8'),
  copy: line('M5.5 5.5h8v8h-8zM2.5 10.5v-8h8'),
  more: svg`<circle cx="3.5" cy="8" r="1.3" fill="currentColor"></circle><circle cx="8" cy="8" r="1.3" fill="currentColor"></circle><circle cx="12.5" cy="8" r="1.3" fill="currentColor"></circle>`,
  down: line('m4 6 4 4 4-4'),
  up: line('m4 10 4-4 4 4'),
  left: line('m10 4-4 4 4 4'),
  right: line('m6 4 4 4-4 4'),
  check: line('m3 8.5 3.2 3.2L13 5'),
  plus: line('M8 3v10M3 8h10'),
  minus: line('M3 8h10'),
  edit: line('M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z'),
  trash: line('M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9'),
  download: line('M8 2.5v7.5M5 7.5 8 10.5l3-3M3 13.5h10'),
  external: line('M6.5 3.5H3v9.5h9.5V9.5M9 3h4v4M13 3 7.5 8.5'),
  filter: line('M2 3.5h12L9.5 8.8v4.4l-3-1.6V8.8z'),
  columns: line('M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10'),
  pin: line('M6 2h4l-.5 4.5L12 9H4l2.5-2.5zM8 9v5'),
  info: line('M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.2v4M8 4.8v.2'),
  sun: line('M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1'),
  clock: line('M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.5V8l2.4 1.6'),
  keyboard: line('M1.8 4h12.4v8H1.8zM4 6.5h.1M6.5 6.5h.1M9 6.5h.1M11.6 6.5h.1M5 9.5h6'),
  home: line('M2 8 8 2.5 14 8M4 7v6.5h8V7'),
} satisfies Record<string, SVGTemplateResult>;

export type Icon = keyof typeof ICONS;

/** Says nothing to those who listen: words stand beside it, or a label around it. */
export const icon = (name: Icon, className = ''): SVGTemplateResult =>
  svg`<svg class="icon ${className}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${ICONS[name]}</svg>`;
