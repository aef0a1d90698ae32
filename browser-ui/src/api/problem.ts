/** One fault of one field, as the server names it (`lines[0].item`). */
export interface FieldFault {
  field: string;
  code: string;
  message: string;
}

/** A refusal, by its stable code. `offline` and `unreadable` are ours: no answer, or one that is no problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly faults: readonly FieldFault[] = [],
    detail = '',
  ) {
    super(detail || code);
  }

  /** Nothing is known of the outcome; sending the same again is safe, because commands carry a key. */
  get mayBeRetried(): boolean {
    return this.code === 'offline' || this.status === 502 || this.status === 503 || this.status === 504;
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    if (!isProblemBody(body)) return new Problem('unreadable', response.status);
    return new Problem(body.code, response.status, body.errors ?? [], body.detail ?? '');
  }

  /** What was thrown, as a problem. A `TypeError` from fetch means that no answer came. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    return new Problem(thrown instanceof TypeError ? 'offline' : 'unreadable', 0, [], String(thrown));
  }
}

interface ProblemBody {
  code: string;
  detail?: string;
  errors?: FieldFault[];
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
