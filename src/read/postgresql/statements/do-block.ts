import type { DoStmt } from '@pgsql/types';
import { nodeOf, nodesOf } from '../nodes.ts';
import { type BlockStep, blockSteps } from '../plpgsql.ts';
import { conditionHolds } from './catalog-question.ts';
import { type Bodies, NotTold, type Reading, type Told } from './reading.ts';

/** Reads SQL that stands in the statement, over the schema as it then is. */
type ReadText = (sql: string, reading: Reading) => Bodies;

/**
 * DO: the statements of its block, as far as it is known that they run. IF is decided where it asks
 * the catalog for an object; what runs perhaps or many times has to leave the schema alone.
 *
 * @throws {NotTold} when what the block does to the schema depends on what is not known.
 */
export function doBlock(node: DoStmt, reading: Reading, read: ReadText): Bodies {
  const clauses = nodesOf(node.args, 'DefElem');
  const language = clauses.find(({ defname }) => defname === 'language');
  const name = nodeOf(language?.arg, 'String')?.sval ?? 'plpgsql';
  if (name !== 'plpgsql') throw new NotTold(`it is a block of ${name}`);
  return bodiesOf(blockSteps(reading.statement.text), reading, read);
}

function* bodiesOf(steps: readonly BlockStep[], reading: Reading, read: ReadText): Bodies {
  for (const step of steps) yield* bodiesOfStep(step, reading, read);
}

function* bodiesOfStep(step: BlockStep, reading: Reading, read: ReadText): Bodies {
  switch (step.kind) {
    case 'run':
      yield* read(step.sql, reading);
      break;
    case 'if':
      yield* branch(step, reading, read);
      break;
    case 'tolerant':
      for (const body of bodiesOf(step.steps, reading, read)) {
        yield 'ifNotExists' in body ? { ...body, ifNotExists: true } : body;
      }
      break;
    case 'perhaps':
      yield* perhaps(step.steps, reading, read);
      break;
    case 'unknown':
      throw new NotTold('it is a block that decides, repeats or computes');
  }
}

function* branch(
  step: Extract<BlockStep, { kind: 'if' }>,
  reading: Reading,
  read: ReadText,
): Bodies {
  const holds = conditionHolds(step.condition, reading.schema);
  if (holds === null) yield* perhaps([...step.whenTrue, ...step.whenFalse], reading, read);
  else yield* bodiesOf(holds ? step.whenTrue : step.whenFalse, reading, read);
}

/** Rows that change if the steps run; in them only the statement as a whole is known. */
function* perhaps(steps: readonly BlockStep[], reading: Reading, read: ReadText): Bodies {
  const bodies: readonly Told[] = [...bodiesOf(steps, reading, read)];
  if (!bodies.every(({ kind }) => kind === 'changeRows' || kind === 'runSql')) {
    throw new NotTold('it is a block that decides, repeats or computes');
  }
  yield* bodies;
}
