create table "2fa codes" ("1st" text primary key, "2nd" integer not null, "3" integer references "2fa codes" ("2nd"), unique ("2nd"));
create table "%" ("%" integer primary key, "$" integer, "#" text not null, "&&" text);
create table "Größe" (id integer primary key, "Länge" real not null, "größe" text);
create table "товары" ("ид" integer primary key, "название" text not null, "размер" integer references "Größe");
create table "日本" ("名前" text primary key, "percent" integer references "%" ("%"));
create table "quoted ""name""" ("a ""b"" c" integer primary key, "it's" text not null, "back`tick" text);
create table "back\slash" ("a\b" integer primary key, "\u0041" text not null, "c\" text);
create table "com*/ment" ("*/" integer primary key, "/* x */" text not null, "-- y" text, "// z" text);
create table "{@code x}" ("{@link y}" integer primary key, "<b>bold</b>" text not null, "a & b" text);
create table "new
line" ("tab	bed" integer primary key, "two
lines" text not null);
create table "dollar$sign" ("$a" integer primary key, "b$" text not null, "$c$" text, "$1" text, "$L" text, "$$" text);
create table "%s %d" ("%n" integer primary key, "{0}" text not null, "?" text, ":p" text, "%%" text);
create table "emoji 😀" ("😀" integer primary key, "a😀b" text not null);
create table "a.b" ("c.d" integer primary key, "e[f]" text not null, "e.g" integer references "a.b" ("c.d"));
create table "semi;colon" ("x;y" integer primary key, "p;q" text not null default 'a;b');
create table " leading" (" id " integer primary key, "trailing " text not null);
create table "ALL CAPS" ("MIXED Case" integer primary key, "camelCase" text not null, "snake_Case" text, "kebab-case" text);
create table "'single'" ("'id'" integer primary key, "'s'" text not null);
create table "_" ("_" integer primary key, "__" text not null, "_x" text, "x_" text);
create table a_very_long_name_of_a_table_that_goes_on_and_on_until_it_is_longer_than_a_line_of_java_code_should_ever_be_and_then_some (
  a_very_long_name_of_a_column_that_goes_on_and_on_until_it_is_longer_than_a_line_of_java_code_should_ever_be_and_then_some integer primary key,
  another_very_long_name_of_a_column_that_goes_on_and_on_until_it_is_longer_than_a_line_of_java_code_should_ever_be text not null references "日本"
);
