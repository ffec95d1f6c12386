import type { DropSubscriptionStmt, DropUserMappingStmt } from '@pgsql/types';
import { roleName } from './objects.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/**
 * Reads a change of an object that is kept by the statement that makes it. What the object is
 * afterwards is not worked out; a Ruby schema file shows no such object.
 *
 * @param words - what is changed: `an operator`.
 */
function alterKept(words: string): (node: unknown, reading: Reading) => Bodies {
  return (_, reading) => {
    if (!reading.schema.complete) return [noEffect(reading, `changes ${words}`)];
    throw new NotTold(`it changes ${words}, which migdocs keeps by the statement that makes it`);
  };
}

function dropSubscription(node: DropSubscriptionStmt, reading: Reading): Bodies {
  return dropped('subscription', node.subname ?? '', node.missing_ok, reading);
}

function dropUserMapping(node: DropUserMappingStmt, reading: Reading): Bodies {
  const name = `FOR ${roleName(node.user)} SERVER ${node.servername ?? ''}`;
  return dropped('userMapping', name, node.missing_ok, reading);
}

function dropped(
  type: 'subscription' | 'userMapping',
  name: string,
  missingOk: boolean | undefined,
  { schema }: Reading,
): Bodies {
  const ifExists = missingOk === true || !schema.complete;
  return [{ kind: 'dropObject', type, name, table: null, ifExists }];
}

/** The readers of such changes by their nodes. */
export const KEPT = {
  AlterFdwStmt: alterKept('a foreign-data wrapper'),
  AlterForeignServerStmt: alterKept('a foreign server'),
  AlterOperatorStmt: alterKept('an operator'),
  AlterTSDictionaryStmt: alterKept('a text search dictionary'),
  AlterTypeStmt: alterKept('a base type'),
  AlterUserMappingStmt: alterKept('a user mapping'),
  DropSubscriptionStmt: dropSubscription,
  DropUserMappingStmt: dropUserMapping,
};
