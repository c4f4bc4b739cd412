DROP INDEX posts_reply_to_id;

ALTER TABLE posts DROP COLUMN reply_to_id;
