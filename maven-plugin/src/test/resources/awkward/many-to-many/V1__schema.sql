create table students (id integer primary key, name text not null);
create table courses (id integer primary key, title text not null);
-- pure
create table enrolments (
  student_id integer not null references students on delete cascade,
  course_id integer not null references courses on delete cascade,
  primary key (student_id, course_id)
);
-- pure, without a primary key, without rowid not possible then
create table favourites (
  student_id integer not null references students,
  course_id integer not null references courses,
  unique (student_id, course_id)
);
-- itself
create table friends (
  student_id integer not null references students,
  friend_id integer not null references students,
  primary key (student_id, friend_id)
) without rowid;
-- an extra column
create table grades (
  student_id integer not null references students,
  course_id integer not null references courses,
  grade numeric(3, 1) not null,
  graded_on date default current_date,
  primary key (student_id, course_id)
);
-- its own id
create table waiting (
  id integer primary key autoincrement,
  student_id integer not null references students,
  course_id integer not null references courses,
  unique (student_id, course_id)
);
