create table users (id bigint not null auto_increment primary key, email varchar(255) not null, name varchar(100), age int, bio text, code char(3) character set latin1, state enum('a','b') default 'a', org_id bigint, created_at datetime(6) not null, unique key by_email (email), key by_name (name), key by_two (name, age), constraint adult check (age > 17)) engine=InnoDB;
create table orgs (id bigint not null auto_increment primary key, title varchar(50) default 'x', ref int, key ref (ref));
create table posts (id bigint not null auto_increment primary key, user_id bigint, org_id bigint, body text, constraint fk_user foreign key (user_id) references users (id), key on_org (org_id), constraint fk_org foreign key (org_id) references orgs (id) on delete cascade);
create table old (id int, t varchar(20), b text, x varchar(9) collate utf8mb3_bin) engine=InnoDB default charset=utf8mb3 collate=utf8mb3_unicode_ci row_format=dynamic comment='c';
create view v as select id, title from orgs;
