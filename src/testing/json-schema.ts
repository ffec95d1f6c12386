import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const PROJECT = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** A type that is published as a JSON Schema. */
interface PublishedType {
  /** From `src/`. */
  readonly file: string;
  readonly type: string;
  readonly id: string;
  readonly title: string;
}

/** JSON Schema (draft 7) of a type, made from it and its doc comments. */
export function jsonSchemaOf({ file, type, id, title }: PublishedType): object {
  const generator = createGenerator({
    path: fileURLToPath(new URL(`../${file}`, import.meta.url)),
    tsconfig: PROJECT,
    type,
    // The generator brings its own TypeScript 5; the types are checked by the project's.
    skipTypeCheck: true,
    topRef: false,
    sortProps: false,
    additionalProperties: false,
    jsDoc: 'extended',
  });
  return { $id: id, title, ...generator.createSchema(type) };
}
