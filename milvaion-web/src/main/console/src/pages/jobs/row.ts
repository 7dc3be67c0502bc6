import type { Schemas } from '../../ground/types.ts';
import type { Brief } from '../../parts/strip.ts';

/** A job as the list shows it. */
export interface Row {
  job: Schemas['JobList']['items'][number];
  /** Its last runs, new ones first; undefined while they are not read. */
  runs?: readonly Brief[];
  /** The duration that 95 of 100 completed runs of the last 30 days did not exceed. */
  p95Ms?: number | null;
  /** It was deleted while it stood here. */
  gone?: boolean;
}
