import type { Operation, OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { tablesNamedInText } from '../../tables-in-text.ts';
import { kindOf, type NodeKind, type NodeOf } from '../nodes.ts';
import { type ParsedStatement, parsePostgresql, TOO_DEEP } from '../parse.ts';
import { alterDomain } from './alter-domain.ts';
import { alterFunction } from './alter-function.ts';
import { KEPT } from './alter-kept.ts';
import { alterTable } from './alter-table.ts';
import { comment } from './comment.ts';
import { createComposite } from './composite-types.ts';
import { createTable } from './create-table.ts';
import { doBlock } from './do-block.ts';
import { drop } from './drop.ts';
import { createIndex } from './indexes.ts';
import {
  createAccessMethod,
  createCast,
  createConversion,
  createEventTrigger,
  createForeignTable,
  createLanguage,
  createOperatorClass,
  createOperatorFamily,
  createPublication,
  createRule,
  createServer,
  createStatistics,
  createSubscription,
  createTransform,
  createUserMapping,
  createWrapper,
  define,
} from './objects.ts';
import { alterPolicy, createPolicy } from './policies.ts';
import { alterOwner, defaultPrivileges, grant, securityLabel } from './privileges.ts';
import {
  createExtension,
  createFunction,
  createNamespace,
  createTrigger,
  setSchema,
} from './programs.ts';
import {
  type Bodies,
  type FileSettings,
  NotTold,
  noEffect,
  type Reading,
  type Told,
} from './reading.ts';
import { rename } from './rename.ts';
import { copyRows, deleteRows, insertRows, mergeRows, truncateRows, updateRows } from './rows.ts';
import { select } from './select.ts';
import { alterSequence, createSequence } from './sequences.ts';
import { purposeOfKind } from './session.ts';
import {
  alterEventTrigger,
  alterOperatorFamily,
  alterPublication,
  alterStatistics,
  alterSubscription,
  alterTextSearch,
} from './settings.ts';
import { alterEnum, createDomain, createEnum, createRange } from './types-and-domains.ts';
import { createTableAs, createView, refreshView } from './views.ts';

/** One operation that SQL asks for, and the statement that does. */
export interface SqlOperation {
  readonly body: OperationBody & Pick<Operation, 'only' | 'joined'>;
  /** What caused an operation that the statement does not name; null when it does. */
  readonly impliedBy: string | null;
  readonly statement: ParsedStatement;
}

/**
 * What SQL for PostgreSQL asks for, statement by statement. What is not understood is opaque.
 *
 * @param scope - asked for the schema before each operation: the caller applies one before it
 *   takes the next.
 * @throws {Error} before the parser is loaded.
 */
export function* postgresqlOperations(
  sql: string,
  scope: { readonly schema: Schema },
): Generator<SqlOperation> {
  for (const statement of parsePostgresql(sql)) yield* statementOperations(statement, scope);
}

/**
 * What one statement asks for.
 *
 * @param scope - as for {@link postgresqlOperations}.
 */
export function* statementOperations(
  statement: ParsedStatement,
  scope: { readonly schema: Schema; readonly file?: FileSettings },
): Generator<SqlOperation> {
  const reading: Reading = {
    statement,
    file: scope.file ?? null,
    get schema() {
      return scope.schema;
    },
  };
  for (const { impliedBy, ...body } of told(reading)) {
    yield { body, impliedBy: impliedBy ?? null, statement };
  }
}

function* told(reading: Reading): Generator<Told> {
  try {
    yield* bodiesOf(reading);
  } catch (error) {
    const reason = error instanceof RangeError ? TOO_DEEP : reasonOf(error);
    const { text } = reading.statement;
    const touches = tablesNamedInText(text, reading.schema);
    yield { kind: 'opaque', text, language: 'sql', reason, touches };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotTold) return error.reason;
  throw error;
}

type Readers = { readonly [K in NodeKind]?: (node: NodeOf<K>, reading: Reading) => Bodies };

const READERS: Readers = {
  ...KEPT,
  CreateStmt: createTable,
  CreateTableAsStmt: createTableAs,
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  DropStmt: drop,
  IndexStmt: createIndex,
  CommentStmt: comment,
  AlterObjectSchemaStmt: setSchema,
  CreateEnumStmt: createEnum,
  AlterEnumStmt: alterEnum,
  CreateDomainStmt: createDomain,
  AlterDomainStmt: alterDomain,
  CompositeTypeStmt: createComposite,
  CreateRangeStmt: createRange,
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
  CreateExtensionStmt: createExtension,
  CreateSchemaStmt: createNamespace,
  CreateFunctionStmt: createFunction,
  CreateTrigStmt: createTrigger,
  CreatePolicyStmt: createPolicy,
  AlterPolicyStmt: alterPolicy,
  AlterFunctionStmt: alterFunction,
  AlterOwnerStmt: alterOwner,
  AlterDefaultPrivilegesStmt: defaultPrivileges,
  AlterEventTrigStmt: alterEventTrigger,
  AlterOpFamilyStmt: alterOperatorFamily,
  AlterPublicationStmt: alterPublication,
  AlterStatsStmt: alterStatistics,
  AlterSubscriptionStmt: alterSubscription,
  AlterTSConfigurationStmt: alterTextSearch,
  CreateAmStmt: createAccessMethod,
  CreateCastStmt: createCast,
  CreateConversionStmt: createConversion,
  CreateEventTrigStmt: createEventTrigger,
  CreateFdwStmt: createWrapper,
  CreateForeignServerStmt: createServer,
  CreateForeignTableStmt: createForeignTable,
  CreateOpClassStmt: createOperatorClass,
  CreateOpFamilyStmt: createOperatorFamily,
  CreatePLangStmt: createLanguage,
  CreatePublicationStmt: createPublication,
  CreateStatsStmt: createStatistics,
  CreateSubscriptionStmt: createSubscription,
  CreateTransformStmt: createTransform,
  CreateUserMappingStmt: createUserMapping,
  DefineStmt: define,
  GrantStmt: grant,
  RuleStmt: createRule,
  SecLabelStmt: securityLabel,
  ViewStmt: createView,
  RefreshMatViewStmt: refreshView,
  SelectStmt: select,
  InsertStmt: insertRows,
  UpdateStmt: updateRows,
  DeleteStmt: deleteRows,
  MergeStmt: mergeRows,
  TruncateStmt: truncateRows,
  CopyStmt: copyRows,
  DoStmt: (node, reading) => doBlock(node, reading, nested),
};

function bodiesOf(reading: Reading): Bodies {
  const { node, error } = reading.statement;
  if (node === null) throw new NotTold(`PostgreSQL cannot read it: ${error}`);
  const kind = kindOf(node);
  const purpose = purposeOfKind(kind);
  if (purpose !== null) return [noEffect(reading, purpose)];
  // The table pairs each kind of node with its reader, which TypeScript cannot follow through an
  // index by a union.
  const read = READERS[kind] as ((fields: unknown, reading: Reading) => Bodies) | undefined;
  if (!read) throw new NotTold(`migdocs does not know what ${kind} does to the schema`);
  return read(Object.values(node)[0], reading);
}

/** SQL inside of a statement, such as a DO block's. */
function* nested(sql: string, reading: Reading): Bodies {
  for (const statement of parsePostgresql(sql)) {
    yield* bodiesOf({
      statement,
      file: reading.file,
      get schema() {
        return reading.schema;
      },
    });
  }
}
