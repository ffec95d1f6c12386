CREATE TABLE parents (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY by_code (code)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE t (
  id bigint NOT NULL AUTO_INCREMENT,
  name varchar(50) DEFAULT NULL,
  title varchar(50) NOT NULL DEFAULT '',
  body text,
  n int DEFAULT NULL,
  amount decimal(10,2) DEFAULT NULL,
  kind enum('a','b') DEFAULT NULL,
  tags set('x','y') DEFAULT NULL,
  flag tinyint(1) DEFAULT NULL,
  at datetime DEFAULT NULL,
  day date DEFAULT NULL,
  ch char(10) DEFAULT NULL,
  bin varbinary(20) DEFAULT NULL,
  u int unsigned DEFAULT NULL,
  f float DEFAULT NULL,
  latin varchar(50) CHARACTER SET latin1 DEFAULT NULL,
  parent_id bigint DEFAULT NULL,
  other_id bigint DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY by_title (title),
  KEY by_n (n),
  KEY by_parent (parent_id),
  KEY by_ch (ch),
  CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parents (id),
  CONSTRAINT ck CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE packed (id bigint NOT NULL PRIMARY KEY, a int) ENGINE=InnoDB ROW_FORMAT=COMPRESSED DEFAULT CHARSET=utf8mb4;
CREATE TABLE searched (id bigint NOT NULL PRIMARY KEY, body text, a int, FULLTEXT KEY ft (body)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE nokey (a int NOT NULL, b int) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE computed (id bigint NOT NULL PRIMARY KEY, n int, v int GENERATED ALWAYS AS (n + 1) VIRTUAL, s int GENERATED ALWAYS AS (n + 2) STORED, w int, KEY by_v (v)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE shapes (id bigint NOT NULL PRIMARY KEY, p point NOT NULL, a int) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE redundant (id bigint NOT NULL PRIMARY KEY, a int, name varchar(50)) ENGINE=InnoDB ROW_FORMAT=REDUNDANT DEFAULT CHARSET=utf8mb4;
CREATE TABLE keyed (a bigint NOT NULL, b bigint NOT NULL, c int, PRIMARY KEY (a, b), UNIQUE KEY u (b)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
