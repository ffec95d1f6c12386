import type { CallNode } from '@ruby/prism/src/nodes.js';
import { CallNode as Call } from '@ruby/prism/src/nodes.js';
import { argumentsOf, wordOf } from './literals.ts';
import { FACTORY_METHODS, FIRST_IS_RECORD, QUERY_METHODS, RECORD_METHODS } from './methods.ts';
import { ownerCalled, ownerOf } from './owner.ts';
import { NO_MODEL, type Owner, type Reading, type Scope } from './scope.ts';
import { type Meaning, UNKNOWN_WORDS, wordsOn } from './words.ts';

/** Methods that run the SQL that they are given. */
const SQL_METHODS: ReadonlySet<string> = new Set([
  ...['execute', 'exec_query', 'select_all', 'select_value', 'select_values', 'select_rows'],
  ...['select_one', 'find_by_sql', 'count_by_sql', 'sql', 'exec_update', 'exec_delete', 'query'],
]);

/** What the arguments of a call can name. */
export function argumentMeaning(call: CallNode, scope: Scope, reading: Reading): Meaning {
  if (SQL_METHODS.has(call.name)) return { ...UNKNOWN_WORDS, kind: 'sql', sql: true };
  if (call.name === 'permit' || call.name === 'permit_params' || call.name === 'expect') {
    return wordsOn(permitted(call, scope, reading), 'attribute', false);
  }
  return call.receiver ? onReceiver(call, scope, reading) : onSelf(call, scope, reading);
}

function onReceiver(call: CallNode, scope: Scope, reading: Reading): Meaning {
  const isQuery = QUERY_METHODS.has(call.name);
  const isKnown = isQuery || RECORD_METHODS.has(call.name);
  const kind = isQuery ? 'query' : 'attribute';
  if (isErrors(call, scope)) return wordsOn(scope.self, 'validation', false);
  const owner = ownerOf(call.receiver, scope, reading);
  if (owner?.tables.length === 0)
    return wordsOn(firstRecord(call, scope, reading) ?? NO_MODEL, kind, isQuery);
  if (owner && (isKnown || owner.many || !owner.byName)) return wordsOn(owner, kind, isQuery);
  if (owner && !owner.many) return wordsOn(owner, kind, false);
  const first = firstRecord(call, scope, reading);
  return first ? wordsOn(first, kind, false) : wordsOn(null, isQuery ? 'query' : 'other', isQuery);
}

/** `errors.add(:email, …)` and `errors[:email]` in a model. */
function isErrors({ receiver }: CallNode, { self }: Scope): boolean {
  return self !== null && receiver instanceof Call && receiver.name === 'errors';
}

function onSelf(call: CallNode, scope: Scope, reading: Reading): Meaning {
  const isQuery = QUERY_METHODS.has(call.name);
  if (scope.self && (isQuery || RECORD_METHODS.has(call.name))) {
    return wordsOn(scope.self, isQuery ? 'query' : 'attribute', isQuery);
  }
  const first = firstRecord(call, scope, reading);
  if (first) return wordsOn(first, FACTORY_METHODS.has(call.name) ? 'factory' : 'view', false);
  if (scope.about && scope.inBody) return wordsOn(scope.about.owner, scope.about.kind, false);
  return UNKNOWN_WORDS;
}

/** The record that a call begins with: `create(:user, …)`, `json.extract! user, …`. */
function firstRecord(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  const [first, ...others] = argumentsOf(call);
  if (!first || others.length === 0) return null;
  const word = wordOf(first);
  if (word === null) {
    const owner = ownerOf(first, scope, reading);
    return owner && owner.tables.length > 0 ? owner : null;
  }
  const takesName = FACTORY_METHODS.has(call.name) || FIRST_IS_RECORD.has(call.name);
  return takesName ? ownerCalled(word, reading) : null;
}

/** Whose attributes `params.require(:user).permit(…)` lets through. */
function permitted(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  const { receiver } = call;
  const inner = receiver instanceof Call ? receiver : null;
  const words = inner && /^(?:require|fetch|\[\]|dig)$/.test(inner.name) ? argumentsOf(inner) : [];
  const word = wordOf(words[0]);
  if (word !== null) return ownerCalled(word, reading);
  return scope.about?.owner ?? null;
}
