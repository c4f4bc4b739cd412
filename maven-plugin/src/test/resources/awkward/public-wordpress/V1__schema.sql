CREATE TABLE wp_users (ID INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, user_login varchar(60) NOT NULL DEFAULT '', user_registered datetime NOT NULL DEFAULT '0000-00-00 00:00:00');
CREATE TABLE wp_usermeta (umeta_id bigint(20) NOT NULL PRIMARY KEY, user_id bigint(20) NOT NULL DEFAULT '0', meta_key varchar(255) DEFAULT NULL, meta_value longtext);
CREATE TABLE wp_posts (ID INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, post_author bigint(20) NOT NULL DEFAULT '0', post_date datetime NOT NULL DEFAULT '0000-00-00 00:00:00', post_content longtext NOT NULL, post_status varchar(20) NOT NULL DEFAULT 'publish', post_parent bigint(20) NOT NULL DEFAULT '0', menu_order int(11) NOT NULL DEFAULT '0');
CREATE TABLE wp_options (option_id INTEGER PRIMARY KEY AUTOINCREMENT, option_name varchar(191) NOT NULL DEFAULT '' UNIQUE, option_value longtext NOT NULL, autoload varchar(20) NOT NULL DEFAULT 'yes');
CREATE TABLE wp_terms (term_id INTEGER PRIMARY KEY AUTOINCREMENT, name varchar(200) NOT NULL DEFAULT '', slug varchar(200) NOT NULL DEFAULT '');
CREATE TABLE wp_term_relationships (object_id bigint(20) NOT NULL DEFAULT 0, term_taxonomy_id bigint(20) NOT NULL DEFAULT 0, term_order int(11) NOT NULL DEFAULT 0, PRIMARY KEY (object_id, term_taxonomy_id));
CREATE INDEX post_author ON wp_posts (post_author);
CREATE INDEX type_status_date ON wp_posts (post_status, post_date, ID);
CREATE INDEX user_id ON wp_usermeta (user_id);
