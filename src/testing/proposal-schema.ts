import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const TYPES = fileURLToPath(new URL('../report/types.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** JSON Schema (draft 7) of `ProposalFacts`, made from the type and its doc comments. */
export function proposalSchema(): object {
  const generator = createGenerator({
    path: TYPES,
    tsconfig: PROJECT,
    type: 'ProposalFacts',
    // The generator brings its own TypeScript 5; the types are checked by the project's.
    skipTypeCheck: true,
    topRef: false,
    sortProps: false,
    additionalProperties: false,
    jsDoc: 'extended',
  });
  const schema = generator.createSchema('ProposalFacts');
  return { $id: 'proposal.schema.json', title: 'proposal.json of migdocs', ...schema };
}
