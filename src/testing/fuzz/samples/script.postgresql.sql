-- migrate:up transaction:false
CREATE TABLE IF NOT EXISTS posts (id bigserial PRIMARY KEY, user_id bigint REFERENCES users (id), title text DEFAULT 'x' CHECK (title <> ''));
CREATE INDEX CONCURRENTLY IF NOT EXISTS posts_on_title ON posts USING gin (title gin_trgm_ops) WHERE title IS NOT NULL;
ALTER TABLE users ADD COLUMN a integer, DROP COLUMN IF EXISTS b CASCADE, ALTER COLUMN email TYPE citext USING email::citext, ADD CONSTRAINT one UNIQUE (email) DEFERRABLE;
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'new' AFTER 'ok';
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'level') THEN CREATE TYPE level AS ENUM ('a'); END IF; END $$;
CREATE OR REPLACE VIEW both_of AS WITH RECURSIVE q AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM q WHERE n < 5) SELECT u.id, row_number() OVER (PARTITION BY u.email ORDER BY u.id DESC) AS r, CASE WHEN u.age > 18 THEN 'old' ELSE 'young' END AS sort FROM users u JOIN LATERAL (SELECT max(n) AS m FROM q) x ON true WHERE u.email ~ 'x' AND u.id IN (1, 2) ORDER BY 1 LIMIT 3;
UPDATE users SET a = 1 WHERE a IS NULL;
DROP TABLE IF EXISTS old_posts, older_posts CASCADE;
COMMENT ON COLUMN users.a IS E'it''s\n';
-- migrate:down
DROP TABLE posts;
