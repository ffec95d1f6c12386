import type { SqlFileStatement, SqlSchemaFile } from '../../../../model/schema-file.ts';
import type { Head } from '../head/head.ts';
import { statementHead } from '../head/index.ts';
import { SEARCH_PATH, withSteadySettings } from './steady-settings.ts';

/** A stretch of the given file: an entry with its header comment, or a statement that is none. */
export interface Block {
  /** Null for a statement that no entry of the schema stands for. */
  readonly head: Head | null;
  /**
   * `drop` in the part that `--clean` puts first. `setting` prepares the session for what follows,
   * `path` says in whose schema it stands.
   */
  readonly role: 'entry' | 'drop' | 'setting' | 'path' | 'other';
  /** From the header comment to behind the last semicolon. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the next: blank space, and comments that are no header. */
  readonly gap: string;
}

/** Settings that stand right before the first table, which they are for (_selectTablespace). */
const TABLE_SETTING = /^SET default_(?:tablespace|with_oids|table_access_method) = /;

const HEADER = /--\n-- Name: [^\n]*\n--\n\n$/;

/** The blocks of the file in its order, from its first entry to its last. */
export function blocksOf(file: SqlSchemaFile): readonly Block[] {
  const blocks: Block[] = [];
  let namespace = 'public';
  let behind = 0;
  for (const statement of file.statements) {
    const sql = file.text.slice(statement.start, statement.end);
    namespace = SEARCH_PATH.exec(sql)?.[1]?.replaceAll('"', '') ?? namespace;
    const header = HEADER.exec(file.text.slice(behind, statement.start));
    const start = header ? behind + header.index : statement.start;
    behind = statement.end;
    add(blocks, blockOf(statement, sql, namespace, start), header !== null);
  }
  return withSteadySettings(withGaps(withoutEdges(blocks), file.text), file.text);
}

function blockOf(
  statement: SqlFileStatement,
  sql: string,
  namespace: string,
  start: number,
): Block & { readonly isPart: boolean } {
  const isSchema = statement.kind === 'schema' || statement.kind === 'session';
  const head = isSchema ? statementHead(sql, namespace) : null;
  const place = { start, end: statement.end, gap: '' };
  if (TABLE_SETTING.test(sql)) return { head: null, role: 'setting', isPart: false, ...place };
  if (SEARCH_PATH.test(sql)) return { head: null, role: 'path', isPart: false, ...place };
  if (!head) return { head, role: 'other', isPart: false, ...place };
  const role = head.role === 'drop' || isDummyRule(head, sql) ? 'drop' : 'entry';
  return { head, role, isPart: head.role === 'part', ...place };
}

/** In the part that drops, a view whose query has to go first is replaced by one without. */
function isDummyRule(head: Head, sql: string): boolean {
  return head.type === 'RULE' && /\bAS\s+SELECT\s+NULL::/i.test(sql);
}

/** A statement that adds to the entry before it becomes part of that. */
function add(
  blocks: Block[],
  block: Block & { readonly isPart: boolean },
  hasHeader: boolean,
): void {
  const { isPart, ...plain } = block;
  const before = blocks.at(-1);
  const continues = isPart || continuesEntry(plain, before);
  if (!continues || hasHeader || before?.role !== 'entry') {
    blocks.push(isPart ? { ...plain, head: null, role: 'other' } : plain);
    return;
  }
  blocks.pop();
  blocks.push({ ...before, end: plain.end });
}

/** Privileges of one object make one entry; before PostgreSQL 14 a partition was attached in its own. */
function continuesEntry({ head }: Block, before: Block | undefined): boolean {
  if (!head || !before?.head) return false;
  if (head.type === 'ACL' || head.type === 'DEFAULT ACL') return head.key === before.head.key;
  const isPartition = head.type === 'TABLE ATTACH' && before.head.type === 'TABLE';
  return isPartition && head.name === before.head.name;
}

/** What stands before the first entry and behind the last belongs to the file, not to the schema. */
function withoutEdges(blocks: readonly Block[]): readonly Block[] {
  const isOwn = ({ role, head }: Block): boolean => role !== 'other' || head !== null;
  const first = blocks.findIndex(isOwn);
  const last = blocks.findLastIndex(isOwn);
  return first < 0 ? [] : blocks.slice(first, last + 1);
}

function withGaps(blocks: readonly Block[], text: string): readonly Block[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    return next ? { ...block, gap: text.slice(block.end, next.start) } : block;
  });
}
