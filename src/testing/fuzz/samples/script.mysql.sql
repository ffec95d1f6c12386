-- +goose Up
-- +goose StatementBegin
CREATE TABLE `letters` (`id` bigint unsigned NOT NULL AUTO_INCREMENT, `title` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'x', `n` int(11) GENERATED ALWAYS AS (char_length(`title`)) VIRTUAL, PRIMARY KEY (`id`), KEY `by_title` (`title`(10) DESC) USING BTREE COMMENT 'it''s', CONSTRAINT `grown` CHECK (`n` > 0)) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;
-- +goose StatementEnd
ALTER TABLE letters ADD COLUMN (a int, b text), MODIFY COLUMN title text NOT NULL FIRST, CHANGE n m bigint AFTER a, DROP INDEX by_title, ADD FULLTEXT INDEX words (b), RENAME TO articles, ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE articles TO papers, users TO people;
CREATE UNIQUE INDEX two ON papers ((lower(title)), a) /*!80000 INVISIBLE */;
ALTER TABLE papers PARTITION BY HASH (id) PARTITIONS 4;
CREATE OR REPLACE ALGORITHM=MERGE VIEW grown AS SELECT p.id AS id, count(0) AS n FROM papers p GROUP BY p.id;
INSERT INTO papers (title) VALUES ('a;b'), ("c\"d") ON DUPLICATE KEY UPDATE title = VALUES(title);
DELIMITER //
CREATE TRIGGER limits BEFORE INSERT ON papers FOR EACH ROW BEGIN IF NEW.a > 1 THEN SET NEW.a = 1; END IF; END//
DELIMITER ;
-- +goose Down
DROP TABLE IF EXISTS letters;
