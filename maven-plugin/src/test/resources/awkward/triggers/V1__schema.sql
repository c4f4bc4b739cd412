create table notes (
  id integer primary key,
  body text not null,
  slug text,
  created_at timestamp,
  revision integer not null default 0
);
create table audit (id integer primary key, note_id integer, what text not null);
create trigger notes_insert after insert on notes begin
  update notes set slug = lower(replace(new.body, ' ', '-')), created_at = '2026-05-04 03:02:01' where id = new.id;
  insert into audit (note_id, what) values (new.id, 'insert; of a row');
end;
create trigger notes_update after update of body on notes when new.body <> old.body begin
  update notes set revision = old.revision + 1 where id = new.id;
  insert into audit (note_id, what) values (new.id, case when new.body = '' then 'cleared' else 'changed' end);
end;
create trigger notes_delete before delete on notes begin
  insert into audit (note_id, what) values (old.id, 'delete');
end;
create trigger notes_refuse before insert on notes when new.body = 'bad' begin
  select raise(abort, 'no bad notes');
end;
create view note_bodies as select id, body from notes;
create trigger note_bodies_insert instead of insert on note_bodies begin
  insert into notes (body) values (new.body);
end;
