import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';

/** One kind of statement that a case can hold. */
export interface StatementForm {
  /** How often it comes, compared with the others. */
  readonly weight: number;
  /** The statement over the schema as it stands, without a semicolon; null when nothing there fits it. */
  readonly write: (draw: Draw, schema: Schema) => string | null;
}
