CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN posint AS integer CHECK (VALUE > 0);
CREATE SEQUENCE sq;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE o (id bigint PRIMARY KEY, k bigint UNIQUE);
CREATE TABLE t (
  id bigint PRIMARY KEY,
  a integer,
  b character varying(20),
  c text,
  d numeric(10,2),
  e timestamp without time zone,
  f timestamp with time zone,
  g integer NOT NULL,
  h bigint,
  i inet,
  j cidr,
  js json,
  v bit varying(8),
  ch character(5),
  x xml,
  tm time(3) without time zone,
  iv interval,
  bo boolean,
  CONSTRAINT a_nn CHECK (a IS NOT NULL),
  CONSTRAINT fk_h FOREIGN KEY (h) REFERENCES o (k)
);
CREATE UNIQUE INDEX t_g_uniq ON t (g);
CREATE UNIQUE INDEX t_h_uniq ON t (h);
CREATE INDEX t_h ON t (h);
CREATE INDEX t_b ON t (b);
CREATE TABLE c (id bigint PRIMARY KEY, t_id bigint);
CREATE UNIQUE INDEX c_u ON c (t_id);
CREATE TABLE dm (id integer, p posint);
CREATE TABLE p (id integer, z integer) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE p2 (id integer, z integer);
CREATE TABLE p3 (id integer, z integer, CONSTRAINT p3_bound CHECK (id IS NOT NULL AND id >= 200 AND id < 300));
CREATE VIEW vw AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_u ON mv (id);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trg();
INSERT INTO o SELECT n, n FROM generate_series(1, 20) AS n;
INSERT INTO t (id, a, b, c, d, e, f, g, h, i, j, js, v, ch, tm, iv, bo)
  SELECT n, n, 'b' || n, 'c' || n, n, now(), now(), n, n, '10.0.0.1', '10.0.0.0/8', '{"a": 1}', B'101', 'ch', '10:00', '1 day', true
  FROM generate_series(1, 20) AS n;
INSERT INTO c SELECT n, n + 100 FROM generate_series(1, 20) AS n;
INSERT INTO dm SELECT n, n FROM generate_series(1, 20) AS n;
INSERT INTO p SELECT n, n FROM generate_series(0, 20) AS n;
INSERT INTO p2 SELECT n, n FROM generate_series(100, 120) AS n;
INSERT INTO p3 SELECT n, n FROM generate_series(200, 220) AS n;
REFRESH MATERIALIZED VIEW mv;
ALTER TABLE t ADD CONSTRAINT ck_nv CHECK (d > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT fk_nv FOREIGN KEY (g) REFERENCES o (k) NOT VALID;
ANALYZE;
