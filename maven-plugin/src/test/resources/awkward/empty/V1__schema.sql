-- no table yet
select 1;
