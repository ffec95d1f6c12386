import type { Change, PropertyDifference } from '../model/change.ts';
import { formatLocation } from '../model/source.ts';
import { spoken } from '../model/spoken.ts';
import type { FromScratch } from '../replay/from-scratch.ts';
import { equalLinesOnce } from './equal-lines.ts';

/** How far the migrations come to the schema file, and each object where they do not. */
export function fromScratchText(result: FromScratch, schemaPath: string): string {
  const { objects, equal, migrations, changes, assumptions, refused, opaque } = result;
  const share = objects === 0 ? 100 : (100 * equal) / objects;
  return [
    result.compared
      ? `${equal} of ${objects} objects are in ${schemaPath} as ${migrations} migrations make them (${floor(share)} %)`
      : `${migrations} migrations make ${objects} objects; there is no schema file to compare them with`,
    ...section(`Taken from ${schemaPath}, since no migration holds it`, assumptions),
    ...section(
      'Differ (as the migrations make it, as the file has it)',
      changes.filter(({ kind }) => kind === 'altered').map(altered),
    ),
    ...section(`Only in ${schemaPath}`, namesOf(changes, 'added')),
    ...section('Only made by the migrations', namesOf(changes, 'removed')),
    ...section(
      'Passed over, because they do not apply',
      refused.map(({ path, reason }) => `${path}: ${reason}`),
    ),
    ...section(
      'Not understood',
      equalLinesOnce(opaque.map(({ source, reason }) => `${formatLocation(source)}: ${reason}`)),
    ),
  ].join('\n');
}

/** Never rounds up to 100. */
function floor(share: number): string {
  return (Math.floor(share * 10) / 10).toFixed(1);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function namesOf(changes: readonly Change[], kind: Change['kind']): readonly string[] {
  return changes.filter((change) => change.kind === kind).map(nameOf);
}

function nameOf({ object: { type, table, name } }: Change): string {
  return `${spoken(type)} ${table === null ? name : `${table}.${name}`}`;
}

function altered(change: Change): string {
  return `${nameOf(change)}: ${change.differences.map(difference).join('; ')}`;
}

function difference({ property, before, after }: PropertyDifference): string {
  return `${property} ${JSON.stringify(before)}, ${JSON.stringify(after)}`;
}
