import type { CodeUse } from '../../code-uses.ts';
import { columnOfMethod } from './attribute-methods.ts';
import type { Owner, Reading, Scope } from './scope.ts';

/** A call without arguments, or of a writer. */
export interface AttributeCall {
  readonly method: string;
  /** What it is called on; null for what is around. */
  readonly receiver: Owner | 'unknown' | null;
  /** Where the method's name stands, in bytes. */
  readonly at: number;
}

/** Notes a call that is, or may be, that of an attribute. */
export function noteAttribute(call: AttributeCall, scope: Scope, reading: Reading): void {
  const column = columnOfMethod(call.method, reading.vocabulary.columns);
  if (column === null) return;
  const use = call.receiver
    ? onReceiver(call.receiver, call.method)
    : onSelf(call.method, scope, reading);
  if (use === null) return;
  const at = reading.source.indexOf(call.at);
  reading.uses.push({ names: 'column', name: column, ...use, at });
}

type Attribute = Pick<CodeUse, 'tables' | 'kind' | 'certainty'>;

function onReceiver(owner: Owner | 'unknown', method: string): Attribute | null {
  if (owner === 'unknown') return { tables: null, kind: 'attribute', certainty: 'textual' };
  // A class has scopes and enums by such names, and finders.
  if (owner.many && !/^find_/.test(method)) return null;
  return { tables: owner.tables, kind: 'attribute', certainty: 'parsed' };
}

function onSelf(method: string, scope: Scope, reading: Reading): Attribute | null {
  if (scope.self) {
    if (scope.inBody) return null;
    return { tables: scope.self.tables, kind: 'attribute', certainty: 'parsed' };
  }
  if (scope.about?.kind === 'factory') {
    return { tables: scope.about.owner.tables, kind: 'factory', certainty: 'parsed' };
  }
  // A method that the file defines itself, or that a test's `let` does, is no attribute.
  if (reading.ownMethods.has(method) || reading.shared.has(method)) return null;
  const delegates = scope.about !== null && !scope.inBody && scope.about.kind !== 'graphqlType';
  if (delegates && scope.about?.record === 'object') {
    return { tables: scope.about.owner.tables, kind: scope.about.kind, certainty: 'textual' };
  }
  return { tables: null, kind: 'attribute', certainty: 'textual' };
}
