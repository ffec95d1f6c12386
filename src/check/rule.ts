import type { Engine } from '../model/engine.ts';
import type { Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { Operation, OperationKind, OperationOf } from '../model/operation.ts';
import type { ServerName } from '../model/server.ts';
import type { SourceLocation } from '../model/source.ts';
import type { RuleContext } from './context.ts';
import type { ReleaseContext } from './release.ts';

/** What a rule's page says; the report shows `why` and `reference` with each finding. */
interface RuleDocs {
  /** Why it is dangerous, with the fact that holds on each of the rule's engines. Whole sentences. */
  readonly why: string;
  /** What one engine does; a finding on another engine does not show it. Whole sentences. */
  readonly onEngine?: { readonly [E in Engine]?: string };
  /** What to do instead, in general. The finding says it with the user's names. */
  readonly instead: string;
  /** Manual section or other source, an address. */
  readonly reference: string;
  /** A server's own manual, where `reference` is another's; MariaDB is shown MySQL's where it has none here. */
  readonly references?: { readonly [N in ServerName]?: string };
}

/** What a rule has to say about one operation. */
export interface Finding {
  /** A sentence with the names of the objects: what happens and until when. */
  readonly message: string;
  /** Ruby that can be pasted into migrations, or sentences where no code helps. */
  readonly instead: string;
  /** The table it is about; the operation's own when left out. */
  readonly table?: string | null;
  /** The rule's when left out. */
  readonly severity?: Severity;
}

/** A check with its documentation, for any operation. */
export interface Rule {
  /** Unique; the name of its file and of its page in `docs/rules/`. */
  readonly id: string;
  /** What happens, a few words. */
  readonly title: string;
  readonly engines: readonly Engine[];
  /** Of its weightiest finding; a finding on a small table can be less severe. */
  readonly severity: Severity;
  readonly on: readonly OperationKind[];
  readonly docs: RuleDocs;
  /** Empty when the operation is of another kind or engine, or safe. */
  readonly check: (operation: Operation, context: RuleContext) => readonly Finding[];
  /** What it finds in the release as a whole; left out by rules that look at one operation. */
  readonly checkRelease?: (release: ReleaseContext) => readonly ReleaseFinding[];
  /** Looks at the comments that suppress findings: it comes when all others have had their say. */
  readonly judgesSuppressions?: true;
}

/** What a rule has to say about the release as a whole, or about a place in it that is no operation. */
export interface ReleaseFinding extends Finding {
  readonly source: SourceLocation | null;
  /** Position of the step that it is about, from 0; null or left out for none. */
  readonly step?: number | null;
  /** `down` when it is about the way back; `up` when left out. */
  readonly direction?: 'up' | 'down';
  /** None when left out. */
  readonly locks?: readonly LockClaim[];
  /** The rule and the operation whose finding it passes on: what would suppress that one suppresses this. */
  readonly repeats?: { readonly rule: string; readonly operation: Operation };
}

/** A rule that looks at the release as a whole, as its file writes it. */
export type ReleaseRuleDefinition = Omit<Rule, 'on' | 'check' | 'checkRelease'> & {
  readonly check: (release: ReleaseContext) => readonly ReleaseFinding[];
};

/** Makes a rule that looks at the release as a whole, on its engines. */
export function defineReleaseRule({ check, ...definition }: ReleaseRuleDefinition): Rule {
  return {
    ...definition,
    on: [],
    check: () => [],
    checkRelease: (release) =>
      definition.engines.includes(release.options.engine) ? check(release) : [],
  };
}

/** A rule as its file writes it: `check` gets only the kinds of operations in `on`. */
export interface RuleDefinition<K extends OperationKind> extends Omit<Rule, 'on' | 'check'> {
  readonly on: readonly K[];
  readonly check: (
    operation: OperationOf<K>,
    context: RuleContext,
  ) => Finding | readonly Finding[] | null;
}

/** Makes a rule that answers for every operation of one that knows some kinds. */
export function defineRule<const K extends OperationKind>(definition: RuleDefinition<K>): Rule {
  const { on, engines, check } = definition;
  return {
    ...definition,
    check(operation, context) {
      if (!engines.includes(context.engine) || !isOneOf(operation, on)) return [];
      const found = check(operation, context);
      if (found === null) return [];
      return 'message' in found ? [found] : found;
    },
  };
}

function isOneOf<K extends OperationKind>(
  operation: Operation,
  kinds: readonly K[],
): operation is Operation & OperationOf<K> {
  return kinds.some((kind) => kind === operation.kind);
}
