import type { Operation } from '../../../model/operation.ts';
import type { TokenReader } from '../tokens/token-reader.ts';

/** What a statement says of ALGORITHM and LOCK; the last one counts. */
export class OnlineWords {
  #algorithm: string | null = null;
  #lock: string | null = null;

  /** Takes one of the two with its value; false when none comes next. */
  take(reader: TokenReader): boolean {
    const word = reader.takeOne('ALGORITHM', 'LOCK');
    if (word === null) return false;
    reader.take('=');
    const value = reader.any()?.value.toLowerCase() ?? '';
    if (word === 'LOCK') this.#lock = value;
    else this.#algorithm = value;
    return true;
  }

  /** MariaDB's ALTER ONLINE TABLE is LOCK=NONE. */
  online(): void {
    this.#lock = 'none';
  }

  /** Without DEFAULT, which leaves it to the server; empty when the statement says neither. */
  get mark(): Pick<Operation, 'online'> {
    const algorithm = ALGORITHMS.find((one) => one === this.#algorithm);
    const lock = LOCKS.find((one) => one === this.#lock);
    if (algorithm === undefined && lock === undefined) return {};
    return {
      online: {
        ...(algorithm !== undefined && { algorithm }),
        ...(lock !== undefined && { lock }),
      },
    };
  }
}

const ALGORITHMS = ['instant', 'nocopy', 'inplace', 'copy'] as const;

const LOCKS = ['none', 'shared', 'exclusive'] as const;
