/** A piece of SQL between blanks and comments. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'variable' | 'symbol';
  /** As it is written. */
  readonly text: string;
  /** The name that a `word` or `quoted` token spells, the content of a `string`; the text of others. */
  readonly value: string;
  /** Place in the text that was read, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that the server does not see: the marks of a conditional comment that it runs. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}
