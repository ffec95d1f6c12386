import { jsonSchemaOf } from './json-schema.ts';

/** JSON Schema (draft 7) of `ProposalFacts`, made from the type and its doc comments. */
export function proposalSchema(): object {
  return jsonSchemaOf({
    file: 'report/types.ts',
    type: 'ProposalFacts',
    id: 'proposal.schema.json',
    title: 'proposal.json of migdocs',
  });
}
