import type { AlterDomainStmt } from '@pgsql/types';
import { constraintNameTaken, freeName } from '../../../dialect/postgresql/free-names.ts';
import { emptyTable } from '../../../model/empty-table.ts';
import type { Domain } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { placeOf } from './constraints.ts';
import { defaultOf } from './defaults.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

type AlterDomain = (domain: Domain, node: AlterDomainStmt, reading: Reading) => Domain;

/** Letters of AlterDomainStmt.subtype (src/include/nodes/parsenodes.h). */
const CHANGES: { readonly [subtype: string]: AlterDomain } = {
  T: (domain, { def }, { statement }) => ({
    ...domain,
    default: def ? defaultOf(def, domain.type, statement.source) : null,
  }),
  N: (domain) => ({ ...domain, nullable: true }),
  O: (domain) => ({ ...domain, nullable: false }),
  C: addConstraint,
  X: dropConstraint,
  V: (domain, { name }) => ({
    ...domain,
    checkConstraints: domain.checkConstraints.map((check) =>
      check.name === name ? { ...check, validated: true } : check,
    ),
  }),
};

/** ALTER DOMAIN: the domain as it is then. A Ruby schema file may not hold it. */
export function alterDomain(node: AlterDomainStmt, reading: Reading): Bodies {
  const name = nameOfList(node.typeName);
  const before = reading.schema.domains.find((domain) => domain.name === name);
  if (!before) {
    if (reading.schema.complete) throw new NotTold(`the schema holds no domain "${name}"`);
    return [noEffect(reading, `changes the domain ${name}`)];
  }
  const change = CHANGES[node.subtype ?? ''];
  if (!change) throw new NotTold('migdocs does not know what it does to the domain');
  return [{ kind: 'createDomain', domain: change(before, node, reading), replace: true }];
}

function addConstraint(domain: Domain, { def }: AlterDomainStmt, reading: Reading): Domain {
  const constraint = nodeOf(def, 'Constraint');
  if (constraint?.contype === 'CONSTR_NOTNULL') return { ...domain, nullable: false };
  const { source } = reading.statement;
  const start = constraint && source.after(placeOf(constraint, source), 'CHECK');
  const expression = start == null ? null : source.enclosed(start);
  if (!constraint || !expression) throw new NotTold('its check could not be found in the text');
  const { checkConstraints } = domain;
  const taken = constraintNameTaken(reading.schema, {
    ...emptyTable(domain.name),
    checkConstraints,
  });
  const check = {
    name: constraint.conname ?? freeName(domain.name, null, 'check', taken),
    expression: expression.text,
    validated: !constraint.skip_validation,
  };
  return { ...domain, checkConstraints: [...checkConstraints, check] };
}

function dropConstraint(domain: Domain, { name = '', missing_ok }: AlterDomainStmt): Domain {
  const checkConstraints = domain.checkConstraints.filter((check) => check.name !== name);
  if (checkConstraints.length === domain.checkConstraints.length && !missing_ok) {
    throw new NotTold(`the domain ${domain.name} has no constraint "${name}"`);
  }
  return { ...domain, checkConstraints };
}
