import { type Column, isOfType, type Schema } from '../../model/schema.ts';
import { type Link, uses } from './link.ts';

/** The enums and domains that columns have as their types. */
export function typeLinks({ enums, domains }: Schema, columns: readonly Column[]): readonly Link[] {
  const isUsed = ({ name }: { readonly name: string }) =>
    columns.some(({ type }) => isOfType(type, name));
  return [
    ...enums.filter(isUsed).map(({ name }) => uses('enum', null, name)),
    ...domains.filter(isUsed).map(({ name }) => uses('domain', null, name)),
  ];
}
