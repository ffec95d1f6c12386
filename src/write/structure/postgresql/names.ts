import { isPlainIdentifier } from '../../../dialect/reserved-words.ts';

/** An object's schema and its name in it, as the catalog holds them. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** A name of the model, where the default schema is left out, with its schema. */
export function objectNameOf(name: string): ObjectName {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return { namespace: 'public', name };
  return { namespace: name.slice(0, dot), name: name.slice(dot + 1) };
}

/** An identifier as fmtId() prints it: quoted where it has to be. */
export function quoted(name: string): string {
  return isPlainIdentifier(name, 'postgresql') ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A name of the model with its schema in front, as fmtQualifiedDumpable() prints it. */
export function qualified(name: string): string {
  const { namespace, name: bare } = objectNameOf(name);
  return `${quoted(namespace)}.${quoted(bare)}`;
}

/** The name in the schema of another object, as the model writes it. */
export function besides(other: string, name: string): string {
  const { namespace } = objectNameOf(other);
  return namespace === 'public' || name.includes('.') ? name : `${namespace}.${name}`;
}
