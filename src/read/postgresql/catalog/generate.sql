-- Prints what PostgreSQL's catalogs say of types, casts, operators and functions that a query of a
-- view can name, a row each. `generate.mjs` makes data.ts of it. Run with servers of the oldest and
-- the newest version that have the contrib modules, in an empty database each:
--
--   psql -XAtq -d catalog -f generate.sql > older.txt     (version 15)
--   psql -XAtq -d catalog -f generate.sql > newer.txt     (version 18)
--   node generate.mjs older.txt newer.txt > data.ts
--
-- Functions that stand behind an operator, read or write values, or tell of the server are left
-- out, and so are geometric types: a query that names them is not analysed.

SET client_min_messages TO warning;
CREATE EXTENSION citext;
CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION pgcrypto;
CREATE EXTENSION unaccent;
CREATE EXTENSION "uuid-ossp";

CREATE TEMP VIEW origins AS
  SELECT d.classid, d.objid, e.extname
  FROM pg_depend d
  JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
  WHERE d.deptype = 'e' AND e.extname <> 'plpgsql';

CREATE TEMP VIEW known_types AS
  SELECT t.*, o.extname
  FROM pg_type t
  LEFT JOIN pg_type element ON element.oid = t.typelem AND t.typname LIKE '\_%'
  LEFT JOIN origins o ON o.classid = 'pg_type'::regclass AND o.objid = coalesce(element.oid, t.oid)
  WHERE (t.typnamespace = 'pg_catalog'::regnamespace OR o.extname IS NOT NULL)
    AND coalesce(element.typtype, t.typtype) IN ('b', 'p', 'r', 'm')
    AND coalesce(element.typname, t.typname) !~ '^(pg_.*|.*(handler|trigger)|internal|cstring|txid_snapshot|gtrgm|ghstore|ltree_gist|gtsvector|refcursor|aclitem|.*vector|xid8?|cid|tid|point|box|circle|path|polygon|lseg|line|shell|table_am_handler|void)$'
       OR t.typname = 'tsvector' OR t.typname = '_tsvector';

CREATE TEMP VIEW known_functions AS
  SELECT p.*, o.extname
  FROM pg_proc p
  LEFT JOIN origins o ON o.classid = 'pg_proc'::regclass AND o.objid = p.oid
  LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass
  WHERE (p.pronamespace = 'pg_catalog'::regnamespace OR o.extname IS NOT NULL)
    AND p.prorettype IN (SELECT oid FROM known_types)
    AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) a WHERE a NOT IN (SELECT oid FROM known_types))
    AND NOT EXISTS (SELECT FROM unnest(p.proallargtypes) a WHERE a NOT IN (SELECT oid FROM known_types))
    AND coalesce(d.description, '') !~ '^(implementation of|I/O|hash|internal|less-equal-greater|aggregate|window|larger of|smaller of|convert.*(to|from) .*binary|restriction|join|btree|range|planner|statistics|information about|number of rows)'
    AND p.proname !~ '^(pg_(?!typeof|column_size|size_pretty|relation_size|total_relation_size|table_size|sleep)|binary_upgrade|has_|inet_|txid_|lo_|be_lo|dblink|.*_(support|sortsupport|cmp|hash|accum|combine|transfn|finalfn|serialize|deserialize|selfuncs|sel|joinsel|larger|smaller|in_range|extended|consistent|compress|decompress|penalty|union|same|picksplit|distance)$|hash|in_range|ts_(?!rank|headline|rewrite)|.*(_in|_out|_send|_recv|typmodin|typmodout)$)'
    OR p.proname IN ('starts_with', 'jsonb_exists', 'jsonb_exists_any', 'jsonb_exists_all', 'json_agg', 'ts_rank', 'hashtext', 'current_date', 'current_setting', 'current_database', 'current_schema', 'range_agg', 'range_merge', 'string_agg', 'array_agg', 'count', 'row_number')
       AND p.prokind IN ('f', 'a', 'w')
    OR (p.prokind IN ('a', 'w') AND p.pronamespace = 'pg_catalog'::regnamespace
       AND p.prorettype IN (SELECT oid FROM known_types)
       AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) a WHERE a NOT IN (SELECT oid FROM known_types)));

CREATE TEMP VIEW function_lines AS
  SELECT p.extname, p.proname,
    concat(
      p.proname,
      '(', (SELECT string_agg(CASE WHEN a.at = p.pronargs AND p.provariadic <> 0 THEN '*' ELSE '' END || t.typname, ',' ORDER BY a.at)
        FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a(type, at) JOIN pg_type t ON t.oid = a.type), ')',
      CASE WHEN p.proretset THEN 'setof ' END, (SELECT typname FROM pg_type WHERE oid = p.prorettype),
      CASE WHEN p.pronargdefaults > 0 THEN ' defaults ' || p.pronargdefaults END,
      CASE p.prokind WHEN 'a' THEN CASE (SELECT aggkind FROM pg_aggregate WHERE aggfnoid = p.oid) WHEN 'n' THEN ' aggregate' WHEN 'o' THEN ' ordered ' || (SELECT aggnumdirectargs FROM pg_aggregate WHERE aggfnoid = p.oid) ELSE ' hypothetical' END
        WHEN 'w' THEN ' window' END,
      CASE WHEN p.proallargtypes IS NOT NULL AND p.proargmodes && '{o,t}' THEN
        ' out ' || (SELECT string_agg(p.proargnames[i] || ':' || (SELECT typname FROM pg_type WHERE oid = p.proallargtypes[i]), ',' ORDER BY i)
          FROM generate_subscripts(p.proallargtypes, 1) i WHERE p.proargmodes[i] IN ('o', 't')) END,
      CASE WHEN p.proname ~ '^make_' THEN ' names ' || array_to_string(p.proargnames, ',') END
    ) AS line
  FROM known_functions p
  WHERE p.prokind IN ('f', 'a', 'w');

CREATE TEMP VIEW operator_lines AS
  SELECT x.extname, o.oprname,
    concat(o.oprname, ' ', coalesce(l.typname, '-'), ' ', r.typname, ' ', res.typname) AS line
  FROM pg_operator o
  JOIN known_types r ON r.oid = o.oprright
  LEFT JOIN known_types l ON l.oid = o.oprleft
  JOIN known_types res ON res.oid = o.oprresult
  LEFT JOIN origins x ON x.classid = 'pg_operator'::regclass AND x.objid = o.oid
  WHERE (o.oprleft = 0 OR l.oid IS NOT NULL) AND o.oprname !~ '^[~*]?[<>=~]*(\*[<>=]+|~[<>=]+~)$' OR o.oprname IN ('~', '~~', '~*', '~~*') AND l.oid IS NOT NULL;

CREATE TEMP VIEW cast_lines AS
  SELECT x.extname, s.typname,
    concat(s.typname, ' ', t.typname, ' ', c.castcontext, ' ', c.castmethod) AS line
  FROM pg_cast c
  JOIN known_types s ON s.oid = c.castsource
  JOIN known_types t ON t.oid = c.casttarget
  LEFT JOIN origins x ON x.classid = 'pg_cast'::regclass AND x.objid = c.oid
  WHERE s.oid <> t.oid;

CREATE TEMP VIEW sections AS
  SELECT coalesce(extname, '') AS extension, 'types' AS section, typname AS name,
    concat(typname, '|', format_type(oid, NULL), '|', typcategory, CASE WHEN typispreferred THEN ' preferred' END) AS line
  FROM known_types
  UNION ALL SELECT coalesce(extname, ''), 'casts', typname, line FROM cast_lines
  UNION ALL SELECT coalesce(extname, ''), 'operators', oprname, line FROM operator_lines
  UNION ALL SELECT coalesce(extname, ''), 'functions', proname, line FROM function_lines;

SELECT extension, section, line FROM sections
ORDER BY extension COLLATE "C", section, name COLLATE "C", line COLLATE "C";
