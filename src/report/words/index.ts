export {
  describeChange,
  describeDifference,
  describeDifferences,
  describeValue,
  describeWhatHappens,
} from './changes.ts';
export {
  AUTO_INCREMENT_WORDS,
  describeColumn,
  describeDefault,
  describeProperties,
} from './columns.ts';
export {
  describeCheckConstraint,
  describeExclusionConstraint,
  describeForeignKey,
  describePrimaryKey,
  describeUniqueConstraint,
  REFERENTIAL_ACTION_WORDS,
} from './constraints.ts';
export { count, listing, oneLine, plural, sentenceCase } from './counting.ts';
export { describeIndex } from './indexes.ts';
export {
  describeObject,
  describeReference,
  describeSequence,
  describeTable,
  OBJECT_WORDS,
  objectWord,
} from './objects.ts';
export { describePartition, describeRowSecurity } from './tables.ts';
