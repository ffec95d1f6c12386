import { applyOperation } from '../apply/index.ts';
import { dialectFor } from '../dialect/index.ts';
import { InputError } from '../model/errors.ts';
import type { Hazard } from '../model/hazard.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import type { Operation } from '../model/operation.ts';
import { findTable, type Schema } from '../model/schema.ts';
import { readMigrations } from '../read/migrations.ts';
import { operationSql } from '../write/sql/index.ts';

/** How each tool is told to begin no transaction, as a line of the file where it can be one. */
const OUTSIDE_TRANSACTION: { readonly [T in MigrationTool]: string } = {
  rails: '-- outside of a transaction',
  plain: '-- without BEGIN and COMMIT around it',
  dbmate: '-- migrate:up transaction:false',
  flyway: '-- in a file of its own, with executeInTransaction=false in the .conf next to it',
  goose: '-- +goose NO TRANSACTION',
  'golang-migrate': '-- alone in its file, so that no transaction is around it',
  sqitch: '-- without BEGIN and COMMIT around it',
  'node-pg-migrate':
    '-- SQL files of node-pg-migrate run in a transaction: write it in JavaScript, with pgm.noTransaction()',
  'sql-migrate': '-- +migrate Up notransaction',
  sqlx: '-- no-transaction',
  diesel: '-- with run_in_transaction = false in the metadata.toml next to it',
  prisma: '-- alone in its file, so that no transaction is around it',
  drizzle: '-- Drizzle runs its files in a transaction: run it by hand',
  atlas: '-- atlas:txmode none',
};

const RUBY =
  /^(?:(?:add|remove|change|rename|create|drop|validate|enable)_\w+ |execute |disable_ddl_transaction!|def (?:up|change)$)/m;

/**
 * A finding on a SQL migration with its advice in SQL, where the rule gives it as a migration of
 * Rails; one whose advice is a sentence stays as it is.
 *
 * @param step - the operation that the finding is about; null for the release as a whole.
 */
export async function withAdviceInSql(
  hazard: Hazard,
  step: AppliedOperation | null,
): Promise<Hazard> {
  if (!step || step.migration.tool === 'rails' || !RUBY.test(hazard.instead)) return hazard;
  const lines = hazard.instead.split('\n');
  const { tool } = step.migration;
  // Advice is given in place of the statement, or on what the statement made: an index on its column.
  const instead = await adviceFrom(step.before, tool, lines);
  const on = instead.isWhole ? instead : await adviceFrom(step.after, tool, lines);
  return { ...hazard, instead: (on.isWhole ? on : instead).text };
}

async function adviceFrom(
  schema: Schema,
  tool: MigrationTool,
  lines: readonly string[],
): Promise<Advice> {
  const advice = new Advice(schema, tool);
  for (const line of lines) await advice.line(line.trim());
  return advice;
}

/** Puts the lines of a Rails migration into SQL, one after the other. */
class Advice {
  readonly #lines: string[] = [];
  readonly #tool: MigrationTool;
  #schema: Schema;
  #isDown = false;
  #isWhole = true;
  /** Table and condition of the batches that are being written. */
  #batches = { table: '', condition: '' };

  constructor(schema: Schema, tool: MigrationTool) {
    this.#schema = schema;
    this.#tool = tool;
  }

  /** False where a line could not be put into SQL. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get text(): string {
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  async line(line: string): Promise<void> {
    if (/^def /.test(line)) this.#isDown = line === 'def down';
    else if (line.startsWith('#') && /^# (?:Migration|Release) \d/.test(line)) this.#isDown = false;
    if (this.#isDown || /^(?:def |end$|sleep )/.test(line)) return;
    if (line === '' || line.startsWith('#')) this.#lines.push(comment(line));
    else if (line === 'disable_ddl_transaction!') this.#lines.push(OUTSIDE_TRANSACTION[this.#tool]);
    else if (!this.#rows(line)) await this.#statement(line);
  }

  /** Lines that write rows in batches; false for all others. */
  #rows(line: string): boolean {
    const table = /self\.table_name = "(.*)" \}$/.exec(line)?.[1];
    const condition = /^records\.unscoped\.where\((.*)\)\.in_batches\(of: 10_000/.exec(line)?.[1];
    const assignment = /^batch\.update_all\((.*)\)$/.exec(line)?.[1];
    const ignored = /^self\.ignored_columns \+= \[(.*)\]$/.exec(line)?.[1];
    if (table !== undefined) this.#batches = { ...this.#batches, table };
    if (condition !== undefined) {
      this.#batches = { ...this.#batches, condition: rowsWhere(condition) };
      if (line.endsWith('&:delete_all)')) this.#batch((from) => `DELETE FROM ${from}`);
    }
    if (assignment !== undefined) {
      this.#batch((into) => `UPDATE ${into} SET ${sqlOf(assignment, ' = ')}`);
    }
    if (ignored !== undefined) this.#lines.push(`-- no code names ${ignored} any more`);
    const note = /^value = nil # (.*)$/.exec(line)?.[1];
    if (note !== undefined) this.#lines.push(`-- value: ${note}`);
    return [table, condition, assignment, ignored, note].some((found) => found !== undefined);
  }

  #batch(head: (table: string) => string): void {
    const { table, condition } = this.#batches;
    const dialect = dialectFor(this.#schema.engine);
    const quoted = dialect.quoteTable(table);
    const keys = findTable(this.#schema, table)?.primaryKey?.columns ?? [];
    const [key] = keys.length === 1 ? keys.map((one) => dialect.quoteIdentifier(one)) : [];
    const rest =
      key === undefined || dialect.engine === 'mysql'
        ? `WHERE ${condition}${dialect.engine === 'mysql' ? ' LIMIT 10000' : ''};`
        : `WHERE ${key} IN (SELECT ${key} FROM ${quoted} WHERE ${condition} LIMIT 10000);`;
    this.#lines.push('-- again and again, until it writes no row', head(quoted), `  ${rest}`);
  }

  /** A method of Rails: what it asks for, as SQL; in its own words where that is not known. */
  async #statement(line: string): Promise<void> {
    const text = `class Advice < ActiveRecord::Migration[8.1]\n  def up\n    ${line}\n  end\nend\n`;
    try {
      const { migrations } = await readMigrations([{ path: 'advice.rb', text }], this.#schema, {
        rails: null,
        project: { read: () => null, list: () => [] },
        dumpsSql: true,
      });
      const operations = migrations.flatMap((migration) => migration.operations);
      if (operations.some(({ kind }) => kind === 'opaque')) throw new InputError(line);
      // SQL that the advice gives says more than its operations: CREATE TABLE AS copies rows.
      const given = line.startsWith('execute ') ? rubyString(line.slice('execute '.length)) : null;
      if (given !== null) this.#lines.push(`${given};`);
      for (const operation of operations) {
        const after = applyOperation(this.#schema, operation);
        if (given === null) this.#lines.push(...sentSql(operation, this.#schema, after));
        this.#schema = after;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#isWhole = false;
      this.#lines.push(`-- ${line}`);
    }
  }
}

/** SQLite 3.35 and newer drop a column themselves; Rails copies the table for it. */
function sentSql(operation: Operation, before: Schema, after: Schema): readonly string[] {
  const { altersColumnsInPlace, quoteTable, quoteIdentifier } = dialectFor(before.engine);
  if (operation.kind !== 'dropColumn' || altersColumnsInPlace)
    return operationSql(operation, before, after);
  const { table, column } = operation;
  return [`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteIdentifier(column)};`];
}

/** A comment of Ruby as one of SQL; there is no model to go with it. */
function comment(line: string): string {
  return line.replace(/^# ?/, '-- ').replace(/[;,] in the model:?$/, '');
}

/** `token: nil` or `"a = 1"`, as arguments of `where`; SQL stays as its author wrote it. */
function rowsWhere(ruby: string): string {
  return rubyString(ruby) ?? sqlOf(ruby, ' = ').replace(/ = NULL$/, ' IS NULL');
}

/** A Ruby string that is SQL, or a name with its value. */
function sqlOf(ruby: string, between: string): string {
  const string = rubyString(ruby);
  if (string !== null) return string;
  const pair = /^(?:(\w+): |:"?([^"]+)"? => )(.*)$/.exec(ruby);
  const [, plain, quoted, value = ''] = pair ?? [];
  return pair ? `${plain ?? quoted}${between}${valueSql(value)}` : ruby;
}

function valueSql(ruby: string): string {
  const string = rubyString(ruby.replace(/^-> \{ (.*) \}$/, '$1'));
  if (ruby === 'nil') return 'NULL';
  if (string === null) return ruby;
  return ruby.startsWith('->') ? string : `'${string.replaceAll("'", "''")}'`;
}

/** What a string in double quotes says; null for anything else. */
function rubyString(ruby: string): string | null {
  const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(ruby)?.[1];
  return inner?.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)) ?? null;
}
