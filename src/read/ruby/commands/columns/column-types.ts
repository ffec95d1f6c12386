/** Types that `t` has a method for, of Rails' three adapters, and of PostGIS and other common gems. */
export const COLUMN_TYPES: ReadonlySet<string> = new Set([
  ...['bigint', 'binary', 'blob', 'boolean', 'date', 'datetime', 'decimal', 'numeric', 'float'],
  ...['integer', 'json', 'string', 'text', 'time', 'timestamp', 'virtual'],
  ...['bigserial', 'bit', 'bit_varying', 'cidr', 'citext', 'daterange', 'hstore', 'inet'],
  ...['interval', 'int4range', 'int8range', 'jsonb', 'ltree', 'macaddr', 'money', 'numrange'],
  ...['oid', 'point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'serial', 'tsrange'],
  ...['tstzrange', 'tsvector', 'uuid', 'xml', 'timestamptz', 'enum'],
  ...['tinyblob', 'mediumblob', 'longblob', 'tinytext', 'mediumtext', 'longtext'],
  ...['unsigned_integer', 'unsigned_bigint', 'unsigned_float', 'unsigned_decimal'],
  ...['geography', 'geometry', 'st_point', 'st_polygon', 'line_string', 'multi_polygon'],
  ...['multi_point', 'multi_line_string', 'geometry_collection', 'vector', 'halfvec', 'sparsevec'],
]);
