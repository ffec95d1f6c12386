import { argument, type Call, nameArgument, nameOf, withOption } from '../../evaluate/call.ts';
import { array, FALSE, NIL, string, TRUE, truth, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { timestampOptions } from '../columns/timestamps.ts';
import { indexTarget } from '../indexes/index-definition.ts';
import {
  defineCheck,
  defineExclusion,
  defineUnique,
  holding,
} from '../keys/constraint-definition.ts';
import { defineForeignKey } from '../keys/foreign-key-definition.ts';
import { withUuidParent } from '../keys/uuid-keys.ts';
import type { TableDraft } from './table-draft.ts';

type DraftMethod = (call: Call, draft: TableDraft, session: Session) => void;

const references: DraftMethod = (given, draft, session) => {
  const call = withUuidParent(given, session);
  for (const name of call.args) draft.references(nameOf(name, call.name), call);
};

/** What the definition tells of itself. */
export const DRAFT_READERS: { readonly [name: string]: (draft: TableDraft, call: Call) => Value } =
  {
    name: ({ table }) => string(table.name),
    columns: (draft) => draft.rows().columns,
    '[]': (draft, call) => draft.row(nameArgument(call, 0)),
    indexes: (draft) => draft.rows().indexes,
    foreign_keys: (draft) => draft.rows().foreignKeys,
    check_constraints: (draft) => draft.rows().checkConstraints,
    unique_constraints: (draft) => draft.rows().uniqueConstraints,
    exclusion_constraints: (draft) => draft.rows().exclusionConstraints,
    // Only a composite key is kept there (`TableDefinition#primary_keys`).
    primary_keys: ({ table }) => {
      const columns = table.primaryKey?.columns ?? [];
      return columns.length > 1 ? array(columns.map(string)) : NIL;
    },
    comment: ({ table }) => optional(table.comment),
    options: ({ table }) => optional(table.options),
    charset: ({ table }) => optional(table.charset),
    collation: ({ table }) => optional(table.collation),
    as: () => NIL,
    temporary: () => FALSE,
    if_not_exists: () => FALSE,
    unlogged: () => FALSE,
  };

const optional = (text: string | null): Value => (text === null ? NIL : string(text));

/** Methods of `t` that define something. */
export const DRAFT_METHODS: { readonly [name: string]: DraftMethod } = {
  column: (call, draft) => draft.column(nameArgument(call, 0), nameArgument(call, 1), call),
  primary_key: (call, draft) => {
    const type = call.args[1] ? nameArgument(call, 1) : 'primary_key';
    draft.column(nameArgument(call, 0), type, withOption(call, { primary_key: TRUE }));
  },
  timestamps: (call, draft, session) => {
    const stamped = timestampOptions(call, session);
    for (const name of ['created_at', 'updated_at']) draft.column(name, 'datetime', stamped);
  },
  references,
  belongs_to: references,
  remove_column: (call, draft) => draft.removeColumn(nameArgument(call, 0)),
  /** Of SQLite's definition: the column anew, in its place. */
  change_column: (call, draft) => {
    draft.redefine(nameArgument(call, 0), nameArgument(call, 1), call);
  },
  set_primary_key: (call, draft) => {
    const [, id = NIL, key = NIL] = call.args;
    if (truth(id) === false) return;
    const type = id.kind === 'boolean' ? 'primary_key' : nameOf(id, call.name);
    const name = key.kind === 'nil' ? 'id' : nameOf(key, call.name);
    draft.column(name, type, withOption(call, { primary_key: TRUE }));
  },
  index: (call, draft) => draft.index(indexTarget(argument(call, 0), call), call),
  foreign_key: (call, draft, session) => {
    const { name, foreignKeys } = draft.table;
    const key = defineForeignKey(name, nameArgument(call, 0), call, session);
    draft.set({ foreignKeys: [...foreignKeys, holding(key, session)] });
  },
  check_constraint: (call, draft, session) => {
    const { name, checkConstraints } = draft.table;
    const check = defineCheck(name, nameArgument(call, 0), call, session);
    draft.set({ checkConstraints: [...checkConstraints, holding(check, session)] });
  },
  unique_constraint: (call, draft) => {
    const { name, uniqueConstraints } = draft.table;
    draft.set({
      uniqueConstraints: [...uniqueConstraints, defineUnique(name, call.args[0], call)],
    });
  },
  exclusion_constraint: (call, draft) => {
    const { name, exclusionConstraints } = draft.table;
    draft.set({ exclusionConstraints: [...exclusionConstraints, defineExclusion(name, call, 0)] });
  },
  /** Rails 7.1.0 and 7.1.1 dumped unique constraints under this name. */
  unique_key: (call, draft, session) => DRAFT_METHODS['unique_constraint']?.(call, draft, session),
};
