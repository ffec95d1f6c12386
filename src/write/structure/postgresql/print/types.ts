import { quoteString } from '../../../../dialect/postgresql/quoting.ts';
import type { Domain, Enum } from '../../../../model/schema.ts';
import { qualified, quoted } from '../names.ts';
import { defaultText } from './columns.ts';
import { checkDefinition, inlineChecks } from './constraints.ts';
import { type PrintContext, typeSql } from './context.ts';

export function createEnum({ name, values }: Enum): string {
  const lines = values.map((value) => `\n    ${quoteString(value)}`).join(',');
  return `CREATE TYPE ${qualified(name)} AS ENUM (${lines}\n);`;
}

/** Constraints begin a line of their own, behind a tab (dumpDomain). */
export function createDomain(domain: Domain, context: PrintContext): string {
  const notNull = domain.nullable ? '' : ' NOT NULL';
  const value =
    domain.default === null ? '' : ` DEFAULT ${defaultText(domain.default, domain.type, context)}`;
  const checks = inlineChecks(domain.checkConstraints)
    .map((check) => `\n\tCONSTRAINT ${quoted(check.name)} ${checkDefinition(check, [], context)}`)
    .join('');
  const head = `CREATE DOMAIN ${qualified(domain.name)} AS ${typeSql(domain.type, context)}`;
  return `${head}${notNull}${value}${checks};`;
}

export function createExtension(name: string, namespace: string): string {
  return `CREATE EXTENSION IF NOT EXISTS ${quoted(name)} WITH SCHEMA ${quoted(namespace)};`;
}

export function createNamespace(name: string): string {
  return `CREATE SCHEMA ${quoted(name)};`;
}
