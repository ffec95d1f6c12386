import { tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';

/** One element of an exclusion constraint: `lower(name) WITH =`. */
interface ExclusionElement {
  /** A column or an expression, with its operator class and order. */
  readonly element: string;
  /** ` WITH =`, as PostgreSQL prints it; empty when the text has none. */
  readonly operator: string;
}

/** The elements of an exclusion constraint, cut at commas outside of parentheses. */
export function exclusionElements(text: string, engine: Engine): readonly ExclusionElement[] {
  const elements: ExclusionElement[] = [];
  let element = '';
  let operator = '';
  let depth = 0;
  const close = (): void => {
    const sign = operator.trim().replace(/^with\s+/i, '');
    elements.push({ element: element.trim(), operator: sign && ` WITH ${sign}` });
    element = '';
    operator = '';
  };
  for (const token of tokenizeSql(text, engine)) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    const isOutside = depth === 0;
    if (isOutside && token.text === ',') close();
    else if (operator !== '' || (isOutside && /^with$/i.test(token.text))) operator += token.text;
    else element += token.text;
  }
  close();
  return elements;
}
