import type { DefElem, Node } from '@pgsql/types';
import { quoteIdentifier, quoteString } from '../../../dialect/postgresql/quoting.ts';
import { isPlainIdentifier } from '../../../dialect/reserved-words.ts';
import { kindOf, nodeOf, nodesOf, textsOf } from '../nodes.ts';

/** The option of that name; undefined when it is not stated. */
export function optionNamed(
  options: readonly Node[] | undefined,
  name: string,
): DefElem | undefined {
  return nodesOf(options, 'DefElem').find(({ defname }) => defname === name);
}

/** A value as the server keeps it as text (defGetString); an option without one is true. */
export function optionText({ arg }: Pick<DefElem, 'arg'>): string {
  if (!arg) return 'true';
  const type = nodeOf(arg, 'TypeName');
  if (type)
    return textsOf(type.names)
      .filter((name) => name !== 'pg_catalog')
      .join('.');
  return nodeOf(arg, 'String')?.sval ?? nodeOf(arg, 'Float')?.fval ?? otherText(arg);
}

function otherText(arg: Node): string {
  if (kindOf(arg) === 'Boolean') return String(nodeOf(arg, 'Boolean')?.boolval ?? false);
  return String(nodeOf(arg, 'Integer')?.ival ?? 0);
}

/**
 * Storage parameters as pg_dump writes them, `fillfactor='70', toast.autovacuum_enabled='false'`;
 * a value stands without quotes where it would as an identifier (appendReloptionsArray).
 */
export function storageParameters(options: readonly Node[] | undefined): string {
  return nodesOf(options, 'DefElem')
    .map((option) => {
      const name = printedName(option.defname ?? '');
      const space = option.defnamespace === undefined ? '' : `${option.defnamespace}.`;
      return `${space}${name}=${parameterValue(optionText(option))}`;
    })
    .join(', ');
}

function parameterValue(value: string): string {
  return isPlainIdentifier(value, 'postgresql') ? value : quoteString(value);
}

/** A name with quotes where it needs them. */
export function printedName(name: string): string {
  return isPlainIdentifier(name, 'postgresql') ? name : quoteIdentifier(name);
}

/** `billing.invoices` with quotes where a part needs them. */
export function printedNames(name: string): string {
  return name.split('.').map(printedName).join('.');
}

/** `WITH (...) TABLESPACE name` of an index or of the index behind a key; null for the defaults. */
export function indexStorage(
  options: readonly Node[] | undefined,
  tablespace: string | undefined,
): string | null {
  const parameters = storageParameters(options);
  const parts = [
    ...(parameters === '' ? [] : [`WITH (${parameters})`]),
    ...(tablespace === undefined ? [] : [`TABLESPACE ${printedName(tablespace)}`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
