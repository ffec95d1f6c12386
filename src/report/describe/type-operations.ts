import { describeSequence, listing } from '../words/index.ts';
import { ifMissing, ifThere, type Sentences, withDependents } from './sentence.ts';

export const TYPE_OPERATIONS: Sentences<
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain'
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace'
> = {
  createEnum: ({ enum: { name, values } }) =>
    values.length === 0
      ? `Create the enum ${name} without values.`
      : `Create the enum ${name} with the values ${listing(values)}.`,
  dropEnum: ({ enum: name, ifExists }) => `Drop the enum ${name}${ifThere(ifExists)}.`,
  renameEnum: ({ from, to }) => `Rename the enum ${from} to ${to}.`,
  addEnumValue: ({ enum: name, value, position, ifNotExists }) =>
    `Add the value ${value} to the enum ${name}${valuePlace(position)}${ifMissing(ifNotExists)}.`,
  renameEnumValue: ({ enum: name, from, to }) =>
    `Rename the value ${from} of the enum ${name} to ${to}.`,
  createDomain: ({ domain }) => `Create the domain ${domain.name} on ${domain.type}.`,
  dropDomain: ({ domain, ifExists }) => `Drop the domain ${domain}${ifThere(ifExists)}.`,
  createSequence: ({ sequence }) => `Create the sequence ${sequence.name}.`,
  dropSequence: ({ sequence, ifExists }) => `Drop the sequence ${sequence}${ifThere(ifExists)}.`,
  setSequence: ({ sequence }) =>
    `Set the sequence ${sequence.name}: ${describeSequence(sequence) || 'the defaults'}.`,
  createExtension: ({ extension: { name, version } }) =>
    `Install the extension ${name}${version === null ? '' : ` ${version}`}.`,
  dropExtension: ({ extension, cascade }) =>
    `Drop the extension ${extension}${withDependents(cascade)}.`,
  createNamespace: ({ namespace }) => `Create the schema ${namespace}.`,
  dropNamespace: ({ namespace, ifExists }) => `Drop the schema ${namespace}${ifThere(ifExists)}.`,
  renameNamespace: ({ from, to }) => `Rename the schema ${from} to ${to}.`,
};

function valuePlace(
  position: { readonly before: string } | { readonly after: string } | null,
): string {
  if (position === null) return '';
  return 'before' in position ? ` before ${position.before}` : ` after ${position.after}`;
}
