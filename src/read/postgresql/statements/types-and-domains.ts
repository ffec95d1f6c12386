import type {
  AlterEnumStmt,
  CreateDomainStmt,
  CreateEnumStmt,
  CreateRangeStmt,
} from '@pgsql/types';
import { constraintNameTaken, freeName } from '../../../dialect/postgresql/free-names.ts';
import { emptyTable } from '../../../model/empty-table.ts';
import type { CheckConstraint } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { nodesOf, textsOf } from '../nodes.ts';
import { typeOf } from '../types.ts';
import { placeOf } from './constraints.ts';
import { defaultOf } from './defaults.ts';
import { objectOf } from './objects.ts';
import type { Bodies, Reading } from './reading.ts';

export function createEnum(node: CreateEnumStmt): Bodies {
  const name = nameOfList(node.typeName);
  return [{ kind: 'createEnum', enum: { name, values: textsOf(node.vals) } }];
}

/** ALTER TYPE … ADD VALUE and RENAME VALUE. */
export function alterEnum(node: AlterEnumStmt): Bodies {
  const name = nameOfList(node.typeName);
  const { oldVal, newVal = '', newValNeighbor: neighbour } = node;
  if (oldVal !== undefined) {
    return [{ kind: 'renameEnumValue', enum: name, from: oldVal, to: newVal }];
  }
  const position =
    neighbour === undefined
      ? null
      : node.newValIsAfter
        ? { after: neighbour }
        : { before: neighbour };
  const ifNotExists = node.skipIfNewValExists ?? false;
  return [{ kind: 'addEnumValue', enum: name, value: newVal, position, ifNotExists }];
}

export function createDomain(node: CreateDomainStmt, { schema, statement }: Reading): Bodies {
  const name = nameOfList(node.domainname);
  const type = typeOf(node.typeName);
  const clauses = nodesOf(node.constraints, 'Constraint');
  const stated = clauses.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  const checkConstraints: CheckConstraint[] = [];
  const { source } = statement;
  for (const clause of clauses.filter(({ contype }) => contype === 'CONSTR_CHECK')) {
    const taken = constraintNameTaken(schema, { ...emptyTable(name), checkConstraints });
    const start = source.after(placeOf(clause, source), 'CHECK');
    checkConstraints.push({
      name: clause.conname ?? freeName(name, null, 'check', taken),
      expression: start === null ? '' : (source.enclosed(start)?.text ?? ''),
      validated: true,
    });
  }
  return [
    {
      kind: 'createDomain',
      domain: {
        name,
        type,
        nullable: !clauses.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
        default: stated ? defaultOf(stated, type, source) : null,
        checkConstraints,
      },
    },
  ];
}

export function createRange(node: CreateRangeStmt, reading: Reading): Bodies {
  const object = objectOf('rangeType', nameOfList(node.typeName), null, reading);
  return [{ kind: 'createObject', object, replace: false }];
}
