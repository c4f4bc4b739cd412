CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" (
  "key" varchar NOT NULL PRIMARY KEY, "value" varchar,
  "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE "accounts" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar DEFAULT '' NOT NULL,
  "admin" boolean DEFAULT 0 NOT NULL, "balance" decimal(12, 2) DEFAULT '0.0' NOT NULL,
  "settings" json DEFAULT '{}' NOT NULL, "created_at" datetime(6) NOT NULL);
CREATE TABLE "toots" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "account_id" integer NOT NULL,
  "in_reply_to_id" integer, "visibility" integer DEFAULT 0 NOT NULL, "text" text DEFAULT '' NOT NULL,
  "type" varchar, "created_at" datetime(6) NOT NULL,
  CONSTRAINT "fk_rails_1" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id"),
  CONSTRAINT "fk_rails_2" FOREIGN KEY ("in_reply_to_id") REFERENCES "toots" ("id") ON DELETE SET NULL);
CREATE INDEX "index_toots_on_account_id" ON "toots" ("account_id");
CREATE INDEX "index_toots_on_in_reply_to_id" ON "toots" ("in_reply_to_id") WHERE in_reply_to_id IS NOT NULL;
CREATE TABLE "taggings" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "taggable_type" varchar NOT NULL,
  "taggable_id" integer NOT NULL, "label" varchar NOT NULL);
CREATE UNIQUE INDEX "index_taggings_on_taggable" ON "taggings" ("taggable_type", "taggable_id", "label");
INSERT INTO "schema_migrations" (version) VALUES ('20240102030405');
INSERT INTO "ar_internal_metadata" VALUES
  ('environment', 'test', '2024-01-02 03:04:05.678901', '2024-01-02 03:04:05.678901');
INSERT INTO "accounts" VALUES (1, 'Ann', 't', '12.50', '{"a":1}', '2024-01-02 03:04:05.678901');
INSERT INTO "toots" VALUES
  (1, 1, NULL, 2, 'hello', NULL, '2024-01-02 03:04:05'), (2, 1, 1, 0, 'and', 'Reply', '2024-01-02 03:04:06');
INSERT INTO "taggings" VALUES (1, 'Toot', 1, 'greeting');
