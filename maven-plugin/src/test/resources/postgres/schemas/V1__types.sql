create schema types;
create type types.mood as enum ('sad', 'ok', 'in-progress');
create domain types.email as varchar(40) check (value like '%@%');
create type types.money as (amount numeric(12, 2), currency char(3));
create type types.unused as enum ('a');
create type app.status as enum ('new', 'old');
create type shop.status as enum ('open', 'paid');
