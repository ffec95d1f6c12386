import { dialectFor } from '../../dialect/index.ts';
import type { Engine } from '../../model/engine.ts';
import type { Operation } from '../../model/operation.ts';
import type { Transaction } from './script.ts';

const BEGIN = /^(?:BEGIN(?!\s+ATOMIC\b)|START\s+TRANSACTION)\b/i;
const END = /^(?:COMMIT|END|ROLLBACK|ABORT)\b(?!\s+(?:TO|PREPARED)\b)/i;

/** Follows a script's statements and tells whether all that counts of it is one transaction. */
export class TransactionWatch {
  readonly #transaction: Transaction;
  readonly #engine: Engine;
  #isOpen: boolean;
  /** How often a transaction ended after something had been done in it. */
  #finished = 0;
  #isDirty = false;
  #outside = 0;
  #statements = 0;

  constructor(transaction: Transaction, engine: Engine) {
    this.#transaction = transaction;
    this.#engine = engine;
    this.#isOpen = transaction === 'file';
  }

  /** Takes a statement with what it asks for. */
  statement(text: string, operations: readonly Operation[]): void {
    if (BEGIN.test(text)) {
      this.#isOpen = true;
    } else if (END.test(text)) {
      if (this.#isDirty) this.#finished += 1;
      this.#isDirty = false;
      this.#isOpen = false;
    } else {
      this.#count(operations);
    }
  }

  #count(operations: readonly Operation[]): void {
    this.#statements += 1;
    if (!operations.some(({ kind }) => kind !== 'runSql')) return;
    if (this.#isOpen) this.#isDirty = true;
    else this.#outside += 1;
  }

  /** True when all of the script takes effect or nothing. */
  get isAtomic(): boolean {
    if (!dialectFor(this.#engine).supportsTransactionalDdl) return false;
    const parts = this.#finished + (this.#isDirty ? 1 : 0);
    if (parts === 0 && this.#outside === 0) return this.#transaction === 'file';
    if (this.#outside === 0) return parts === 1;
    return parts === 0 && this.#isImplicit;
  }

  /**
   * PostgreSQL runs the statements of one message as one transaction, but for a single statement,
   * which needs no such block: CREATE INDEX CONCURRENTLY may stand alone.
   * https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
   */
  get #isImplicit(): boolean {
    const joins = this.#transaction === 'batch' && this.#engine === 'postgresql';
    return joins && this.#statements > 1;
  }
}
