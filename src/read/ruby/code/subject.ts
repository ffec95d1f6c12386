import type { ReferenceKind } from '../../../model/project-facts.ts';
import type { Models } from './models.ts';
import type { Subject } from './scope.ts';

interface Suffix {
  readonly pattern: RegExp;
  readonly kind: ReferenceKind;
  /** What the record is called in such a class. */
  readonly record: string | null;
}

/** Classes that are named after the model that they are about, and what they are. */
const SUFFIXES: readonly Suffix[] = [
  {
    pattern: /(?:Serializer|Blueprint|Resource|Representer|Entity)$/,
    kind: 'serializer',
    record: 'object',
  },
  { pattern: /(?:Type|InputObject|Input)$/, kind: 'graphqlType', record: 'object' },
  { pattern: /(?:Decorator|Presenter)$/, kind: 'view', record: 'object' },
  { pattern: /Component$/, kind: 'view', record: null },
  { pattern: /Policy$/, kind: 'attribute', record: 'record' },
  { pattern: /(?:Dashboard|Admin)$/, kind: 'view', record: null },
  { pattern: /Controller$/, kind: 'attribute', record: 'resource' },
  { pattern: /Factory$/, kind: 'factory', record: null },
];

/** Folders of what a class is, where its name does not say it: `class Types::User`. */
const FOLDERS: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/\/graphql\//, 'graphqlType'],
  [/\/avo\/resources\//, 'view'],
  [/\/(?:serializers|blueprints|blueprinters|resources)\//, 'serializer'],
];

/** What a class is about that is no model itself; null when its name names no model. */
export function subjectOfClass(name: string, path: string, models: Models): Subject | null {
  const last = name.split('::').at(-1) ?? '';
  const suffix = SUFFIXES.find(({ pattern }) => pattern.test(last));
  const stem = suffix ? last.replace(suffix.pattern, '') : last;
  const kind = FOLDERS.find(([folder]) => folder.test(path))?.[1] ?? suffix?.kind;
  if (kind === undefined || stem === '') return null;
  const around = name.split('::').slice(0, -1).join('::');
  const table = models.tableOf(stem, around) ?? models.tablesCalled(snake(stem))?.[0] ?? null;
  if (table === null) return null;
  return {
    owner: { tables: [table], many: false, byName: true },
    kind,
    record: suffix?.record ?? 'object',
  };
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}
