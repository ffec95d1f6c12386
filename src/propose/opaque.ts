import type { OpaqueStatement } from '../model/schema.ts';
import type { PredictedProject } from './predict.ts';

/** Everything that was not understood, of the schema file and of the migrations. */
export function opaqueOf(predicted: PredictedProject): readonly OpaqueStatement[] {
  const operations = predicted.applied.flatMap(({ operation }) =>
    operation.kind === 'opaque'
      ? [{ text: operation.text, reason: operation.reason, source: operation.source }]
      : [],
  );
  return [...predicted.before.opaque, ...operations];
}
