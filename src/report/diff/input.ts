import type { Change, PossibleRename } from '../../model/change.ts';
import type { Hazard } from '../../model/hazard.ts';
import type { Schema } from '../../model/schema.ts';

/** What a diff is made of. `migdocs diff` gives no risks; the report gives all. */
export interface DiffInput {
  readonly title: string;
  /** Facts in order: engine, base, migrations, risk, review. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly before: Schema;
  readonly after: Schema;
  /** As `diffSchemas` gives them for `before` and `after`. */
  readonly changes: readonly Change[];
  readonly hazards: readonly { readonly id: string; readonly hazard: Hazard }[];
  readonly possibleRenames: readonly PossibleRename[];
  readonly unknowns: readonly DiffUnknown[];
  readonly schemaFile: {
    /** Path relative to the project root: `db/schema.rb`. */
    readonly name: string;
    readonly before: string;
    readonly after: string;
  };
  /** `migdocs 0.1.0 · digest sha256:…`. */
  readonly footer: string;
}

/** Something that the diff cannot know. */
export interface DiffUnknown {
  readonly sentence: string;
  /** Tables that it may touch; each is marked. Empty when it names none. */
  readonly tables: readonly string[];
}
