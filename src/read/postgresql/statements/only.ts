import type { RangeVar } from '@pgsql/types';
import { childrenOf } from '../../../apply/inheritance/family.ts';
import type { Schema } from '../../../model/schema.ts';
import type { Bodies } from './reading.ts';

/** What is asked for of a table, kept from its partitions and children where ONLY stands before it. */
export function* withOnly(
  range: RangeVar | undefined,
  { table, schema }: { readonly table: string; readonly schema: Schema },
  bodies: Bodies,
): Bodies {
  const isOnly = range?.inh !== true && childrenOf(schema, table).length > 0;
  for (const body of bodies) {
    const isAbout = isOnly && 'table' in body && body.table === table;
    yield isAbout ? { ...body, only: true } : body;
  }
}
