CREATE TABLE IF NOT EXISTS "users" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "email" varchar(255) NOT NULL DEFAULT 'x' COLLATE NOCASE, "age" integer CHECK (age > 0), "twice" integer GENERATED ALWAYS AS (age * 2) VIRTUAL, CONSTRAINT "grown" CHECK (age > 3), UNIQUE ("email"));
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, [odd name] text);
CREATE TABLE pairs (a text, b int, PRIMARY KEY (a, b)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX "by_email" ON "users" (lower("email"), age DESC) WHERE age > 18;
CREATE VIEW grown AS SELECT id, count(*) AS n FROM users GROUP BY id
/* grown(id,n) */;
CREATE TRIGGER touch AFTER UPDATE ON users BEGIN UPDATE users SET age = 1; SELECT 1; END;
CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'porter')
/* words(title,body) */;
CREATE TABLE IF NOT EXISTS 'words_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 'words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 'words_content'(id INTEGER PRIMARY KEY, c0, c1);
CREATE TABLE IF NOT EXISTS 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 'words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE schema_migrations (version varchar NOT NULL PRIMARY KEY);
INSERT INTO "schema_migrations" (version) VALUES
('20260102000000'),
('20260101000000');

