import type { Schemas } from './types.ts';
import { t } from './words.ts';

/** Why a request did not do what it was sent for. */
export class Failed extends Error {
  constructor(
    /** 0: there was no answer. */
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly violations: Schemas['Violation'][] = [],
    readonly trace: string | null = null,
  ) {
    super(detail);
  }

  /** By the name of the field; texts of the server. */
  ofField(name: string): string | undefined {
    return this.violations.find((violation) => violation.field === name)?.message;
  }
}

export const failedBy = async (response: Response): Promise<Failed> => {
  const problem = await response.json().catch(() => ({})) as Partial<Schemas['Problem']>;
  return new Failed(response.status, problem.title ?? t.refused(response.status), problem.detail ?? t.noReason,
    problem.violations ?? [], response.headers.get('X-Request-Id'));
};

export const failedWithout = (reason: unknown): Failed =>
  reason instanceof DOMException && reason.name === 'TimeoutError'
    ? new Failed(0, t.noAnswer, t.tooLong)
    : new Failed(0, t.noAnswer, t.unreachable);

/** For one line of text. */
export const saying = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
