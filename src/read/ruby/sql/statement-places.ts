import type { Call } from '../evaluate/call.ts';
import type { Place } from '../session.ts';

/**
 * Where the statements of a call's SQL stand in the Ruby file, asked for in their order. One that is
 * alone, or whose text is not found, as where Ruby put it together, stands where the call does.
 */
export class StatementPlaces {
  readonly #call: Pick<Call, 'node' | 'source'>;
  #last: { readonly statement: string; readonly place: Place } | null = null;
  #from: number;
  /** The SQL when it is one statement. */
  readonly #alone: string;

  constructor(call: Pick<Call, 'node' | 'source'>, sql: string) {
    this.#call = call;
    this.#alone = sql.trim().replace(/\s*;$/, '');
    this.#from = call.source.extent(call.node).start;
  }

  of(statement: string): Place {
    if (this.#last?.statement !== statement) {
      this.#last = { statement, place: this.#find(statement) };
    }
    return this.#last.place;
  }

  /** Lines of a heredoc lose their margin, so that the first and the last one are looked for. */
  #find(statement: string): Place {
    if (statement === this.#alone) return this.#call;
    const { node, source } = this.#call;
    const lines = statement.split('\n').map((line) => line.trim());
    const [first = ''] = lines;
    const last = lines.at(-1) ?? first;
    const limit = source.extent(node).end;
    const start = source.text.indexOf(first, this.#from);
    const lastStart =
      start < 0 ? -1 : source.text.indexOf(last, lines.length > 1 ? start + first.length : start);
    const end = lastStart + last.length;
    if (lastStart < 0 || end > limit) return this.#call;
    this.#from = end;
    const location = source.locationAt({ start, end });
    return { node, source: { ...source, locate: () => location } };
  }
}
