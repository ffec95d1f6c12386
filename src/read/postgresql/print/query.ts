import type { Expression, ExpressionOf } from '../query/expression.ts';
import { isSame } from '../query/expression.ts';
import type { GroupingItem, Query, SetTree, SortItem, Source, Target } from '../query/query.ts';
import { printWindowSpec } from './calls.ts';
import { printConstant } from './constants.ts';
import { print, printList } from './expressions.ts';
import { printFrom } from './from.ts';
import { beginsLine, Layout, laidOut, PART_STEP, STEP } from './layout.ts';
import { columnNameOf, isColumn, Names, type RelationNames } from './names.ts';
import type { Spelling } from './spelling.ts';
import { printWith } from './with.ts';

/** What is the same for all levels of a query. */
export interface PrintSettings {
  readonly spelling: Spelling;
  /** What a relation is called now, given what the query was read with. */
  readonly relation: (names: RelationNames) => RelationNames;
}

interface Level {
  /** The levels above, nearest first. */
  readonly above: readonly Names[];
  readonly depth: number;
  /** Names of the columns that the whole query gives; null where its own count. */
  readonly columns: readonly string[] | null;
  /** Whether the names of the columns are seen outside. */
  readonly namesVisible: boolean;
  /** True for an expression over one table, such as an index's, whose columns stand alone. */
  readonly ofTable?: boolean;
}

/** The query of a view as `pg_get_viewdef(oid)` prints it, with the closing semicolon. */
export function printView(
  query: Query,
  columns: readonly string[],
  settings: PrintSettings,
): string {
  const printer = new QueryPrinter(
    query,
    { above: [], depth: 0, columns, namesVisible: true },
    settings,
  );
  return `${laidOut(printer.text())};`;
}

/** The first thing that a query over one table selects, as `pg_get_expr()` prints it: with line breaks. */
export function printOfTable(query: Query, settings: PrintSettings): string {
  const level = { above: [], depth: 0, columns: null, namesVisible: true, ofTable: true };
  const [target] = query.targets;
  return target
    ? laidOut(new QueryPrinter(query, level, settings).print(target.expression, false))
    : '';
}

/** Prints one level of a query (get_query_def of ruleutils.c). */
export class QueryPrinter {
  readonly layout: Layout;
  readonly names: Names;
  readonly #query: Query;
  readonly #level: Level;
  readonly #settings: PrintSettings;
  /** Columns carry the name of their source. */
  readonly #qualifies: boolean;
  #inOrder = false;

  constructor(query: Query, level: Level, settings: PrintSettings) {
    const isTop = level.above.length === 0;
    // Up to version 15 the rule behind a view has two rows of its own, `old` and `new`.
    const hasRows = isTop && level.ofTable !== true && settings.spelling.server < 16;
    const taken = [...(hasRows ? ['old', 'new'] : []), ...level.above.flatMap(({ all }) => all)];
    this.#query = query;
    this.#level = level;
    this.#settings = settings;
    this.layout = new Layout(level.depth);
    this.names = new Names(query, taken, settings.relation);
    this.#qualifies = !isTop || hasRows || query.sources.length !== 1;
  }

  get spelling(): Spelling {
    return this.#settings.spelling;
  }

  get #levels(): readonly Names[] {
    return [this.names, ...this.#level.above];
  }

  text(): string {
    const query = this.#query;
    const head = printWith(query, this);
    const body = query.setTree ? this.#setTree(query.setTree, this.#level) : this.#select();
    return `${head}${body}${this.#tail()}`;
  }

  /** @param implicit - shows the casts that PostgreSQL put in by itself, too. */
  print(expression: Expression, implicit: boolean): string {
    return print(expression, this, implicit);
  }

  list(items: readonly Expression[]): string {
    return printList(items, this);
  }

  /** A query inside of this one. */
  nested(query: Query, namesVisible = false, columns: Level['columns'] = null): string {
    const level = { above: this.#levels, depth: this.layout.depth, columns, namesVisible };
    return new QueryPrinter(query, level, this.#settings).text();
  }

  /** True when a common table of this level or one above hides the relation. */
  namesCommonTable(relation: string): boolean {
    return this.#levels.some(({ query }) =>
      query.commonTables.some(({ name }) => name === relation),
    );
  }

  sourceName(source: Source): string {
    const level = this.#levels.find((names) => names.has(source));
    return this.spelling.name(level?.of(source) ?? '');
  }

  column(column: ExpressionOf<'column'>): string {
    const name = columnNameOf(column, this.#levels);
    const needsPrefix = this.#qualifies || (this.#inOrder && this.#isCaptured(column, name));
    const prefix = needsPrefix ? `${this.sourceName(column.source)}.` : '';
    return `${prefix}${this.spelling.name(name)}`;
  }

  /** In ORDER BY a bare name would mean the column that the query gives under that name. */
  #isCaptured(column: ExpressionOf<'column'>, name: string): boolean {
    const shown = this.#query.targets.filter(({ hidden }) => !hidden);
    return shown.some(
      (target, at) =>
        (this.#level.columns?.[at] ?? target.name) === name && !isSame(target.expression, column),
    );
  }

  values(rows: readonly (readonly Expression[])[]): string {
    const list = rows.map((row) => `(${row.map((value) => print(value, this, false)).join(',')})`);
    return `VALUES ${list.join(', ')}`;
  }

  #select(): string {
    const query = this.#query;
    this.layout.shift(STEP);
    if (query.values && this.#keepsNames()) return ` ${this.values(query.values)}`;
    const parts = [' SELECT', this.#distinct(), this.#targets(), printFrom(query.from, this)];
    if (query.where) parts.push(this.layout.clause(' WHERE ', 1), print(query.where, this, false));
    if (query.group.length > 0) {
      parts.push(this.layout.clause(' GROUP BY ', 1), query.groupDistinct ? 'DISTINCT ' : '');
      parts.push(query.group.map((item) => this.#grouping(item, true)).join(', '));
    }
    if (query.having)
      parts.push(this.layout.clause(' HAVING ', 0), print(query.having, this, false));
    parts.push(this.#windows());
    return parts.join('');
  }

  /** A bare VALUES is printed as such unless its columns have got other names. */
  #keepsNames(): boolean {
    const { columns } = this.#level;
    return columns === null || this.#query.targets.every(({ name }, at) => name === columns[at]);
  }

  #distinct(): string {
    const { distinct } = this.#query;
    if (distinct === null) return '';
    if (distinct === 'all') return ' DISTINCT';
    return ` DISTINCT ON (${distinct.map((target) => this.sortGroup(target, false)).join(', ')})`;
  }

  #targets(): string {
    const shown = this.#query.targets.filter(({ hidden }) => !hidden);
    let text = '';
    for (const [at, target] of shown.entries()) {
      text += at === 0 ? ' ' : ', ';
      const item = this.#target(target, this.#level.columns?.[at] ?? target.name);
      const isFirst = at === 0 || beginsLine(item);
      text += isFirst ? item : `${this.layout.clause('', PART_STEP)}${item}`;
    }
    return text;
  }

  #target({ expression }: Target, name: string): string {
    if (isColumn(expression)) {
      const own = columnNameOf(expression, this.#levels);
      return `${this.column(expression)}${own === name ? '' : ` AS ${this.spelling.name(name)}`}`;
    }
    const text = print(expression, this, true);
    const label = expression.kind === 'row' ? `::${this.spelling.type(expression)}` : '';
    const goesWithout =
      !this.#level.namesVisible && name === '?column?' && expression.kind !== 'row';
    return `${text}${label}${goesWithout ? '' : ` AS ${this.spelling.name(name)}`}`;
  }

  #windows(): string {
    const named = this.#query.windows.flatMap((spec) =>
      spec.name === null
        ? []
        : [`${this.spelling.name(spec.name)} AS ${printWindowSpec(spec, this)}`],
    );
    if (named.length === 0) return '';
    return `${this.layout.clause(' WINDOW ', 1)}${named.join(', ')}`;
  }

  #grouping(item: GroupingItem, omitsParentheses: boolean): string {
    if (item.kind === 'one') {
      const text = this.sortGroup(item.target, false);
      return omitsParentheses ? text : `(${text})`;
    }
    if (item.kind === 'list') {
      return `(${item.targets.map((target) => this.sortGroup(target, false)).join(', ')})`;
    }
    const omits = omitsParentheses && item.word !== 'GROUPING SETS';
    const list = item.items.map((one) => this.#grouping(one, omits)).join(', ');
    return `${item.word}${item.word === 'GROUPING SETS' ? ' ' : ''}(${list})`;
  }

  /** ORDER BY, OFFSET and LIMIT, which come after the branches of a UNION too. */
  #tail(): string {
    const { order, offset, limit, limitWithTies, setTree } = this.#query;
    const parts: string[] = [];
    if (order.length > 0) {
      parts.push(this.layout.clause(' ORDER BY ', 1), this.order(order, setTree !== null));
    }
    if (offset) parts.push(this.layout.clause(' OFFSET ', 0), print(offset, this, false));
    if (limit && limitWithTies) {
      parts.push(
        this.layout.clause(' FETCH FIRST ', 0),
        print(limit, this, false),
        ' ROWS WITH TIES',
      );
    } else if (limit) {
      const isAll = isNull(limit);
      parts.push(this.layout.clause(' LIMIT ', 0), isAll ? 'ALL' : print(limit, this, false));
    }
    return parts.join('');
  }

  /** @param byNumber - columns of a UNION are named by their number. */
  order(items: readonly SortItem[], byNumber: boolean): string {
    const before = this.#inOrder;
    this.#inOrder = true;
    const list = items.map(({ target, descending, nullsFirst }) => {
      const direction = descending ? ' DESC' : '';
      const isDefault = descending === nullsFirst;
      const nulls = isDefault ? '' : nullsFirst ? ' NULLS FIRST' : ' NULLS LAST';
      return `${this.sortGroup(target, byNumber)}${direction}${nulls}`;
    });
    this.#inOrder = before;
    return list.join(', ');
  }

  /** An item of ORDER BY or GROUP BY: a call stands in parentheses (get_rule_sortgroupclause). */
  sortGroup(target: Target, byNumber: boolean): string {
    const { expression } = target;
    if (byNumber) return String(this.#query.targets.indexOf(target) + 1);
    if (expression.kind === 'constant') return printConstant(expression, 'always', this.spelling);
    const text = print(expression, this, true);
    return isCall(expression) ? `(${text})` : text;
  }

  #setTree(
    tree: SetTree,
    { columns, namesVisible }: Pick<Level, 'columns' | 'namesVisible'>,
  ): string {
    if (tree.kind === 'leaf') {
      const text = this.nested(tree.query, namesVisible, columns);
      return standsAlone(tree.query) ? `(${text})` : text;
    }
    const { left, right, word, all } = tree;
    const isOther = left.kind === 'operation' && (left.word !== word || left.all !== all);
    const line = (text: string, before: number): string =>
      this.layout.line(text, { before, after: 0, plus: 0 });
    const open = isOther ? `(${line('', STEP)}` : '';
    const first = this.#setTree(left, { columns, namesVisible });
    const close = isOther ? line(') ', -STEP) : line('', 0);
    const isNested = right.kind === 'operation';
    const between = `${word} ${all ? 'ALL ' : ''}${isNested ? '(' : ''}${line('', isNested ? STEP : 0)}`;
    const second = this.#setTree(right, { columns, namesVisible: false });
    if (isNested) this.layout.shift(-STEP);
    return `${open}${first}${close}${between}${second}${isNested ? line(')', 0) : ''}`;
  }
}

/** A branch with clauses that would else belong to the whole. */
function standsAlone({ commonTables, order, limit, offset }: Query): boolean {
  return commonTables.length > 0 || order.length > 0 || limit !== null || offset !== null;
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.text === null;
}

function isCall(expression: Expression): boolean {
  if (expression.kind === 'cast') return expression.by === 'function';
  return ['call', 'aggregate', 'window'].includes(expression.kind);
}
