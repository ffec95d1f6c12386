import { addedColumnCases } from './added-columns.ts';
import { byServerCases } from './by-server.ts';
import type { RuleCase } from './case.ts';
import { columnCases } from './columns.ts';
import { columnsByVersionCases } from './columns-by-version.ts';
import { foreignKeyCases } from './foreign-keys.ts';
import { indexAndPartitionCases } from './indexes-and-partitions.ts';
import { objectCases } from './objects.ts';
import { processCases } from './process.ts';
import { refutedCases } from './refuted.ts';
import { releaseCases } from './release.ts';
import { restoredCases } from './restored.ts';
import { rowCases } from './rows.ts';
import { structureCases } from './structure.ts';
import { surroundingCases } from './surroundings.ts';
import { surveyedCases } from './surveyed.ts';
import { typeAndPrivilegeCases } from './types-and-privileges.ts';
import { wayBackCases } from './way-back.ts';

/** The cases of all rules. */
export const allCases: readonly RuleCase[] = [
  ...columnCases,
  ...structureCases,
  ...foreignKeyCases,
  ...objectCases,
  ...processCases,
  ...releaseCases,
  ...rowCases,
  ...surroundingCases,
  ...wayBackCases,
  ...addedColumnCases,
  ...columnsByVersionCases,
  ...indexAndPartitionCases,
  ...typeAndPrivilegeCases,
  ...byServerCases,
  ...surveyedCases,
  ...refutedCases,
  ...restoredCases,
];
