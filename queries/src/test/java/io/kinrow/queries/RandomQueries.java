package io.kinrow.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Queries at random over tables {@code a}, {@code b} and {@code c} and views of them. The values of
 * each text column begin with the column's own letter.
 */
final class RandomQueries {

  private static final List<String> IDS = List.of("id", "ref");
  private static final List<String> TABLES = List.of("a", "b", "c");
  private static final List<String> VIEWS = List.of("v_inner", "v_left", "v_filter", "v_union");
  private static final List<String> JOINS =
      List.of(
          "join", "left join", "left join", "left join", "right join", "full join", "cross join");

  private static final int MOST_BLOCKS = 3;

  private final Random random;
  private final boolean sqlite;
  private final List<String> common = new ArrayList<>();
  private int names;
  private int blocks;

  RandomQueries(long seed, boolean sqlite) {
    this.random = new Random(seed);
    this.sqlite = sqlite;
  }

  /** The schema, in which each table has these columns: NOT NULL ones and nullable ones. */
  static List<String> schema() {
    List<String> schema = new ArrayList<>();
    schema.add(
        "create table a (id int primary key not null, ref int, an varchar(9) not null, ax varchar(9))");
    schema.add(
        "create table b (id int primary key not null, ref int not null, bn varchar(9) not null, bx varchar(9))");
    schema.add(
        "create table c (id int primary key not null, ref int, cn varchar(9) not null, cx varchar(9))");
    schema.add("create index b_ref on b (ref)");
    schema.add(
        "create view v_inner as select a.id, b.ref, a.an, b.bx from a join b on b.id = a.ref");
    schema.add(
        "create view v_left as select a.id, b.ref, a.an, b.bn from a left join b on b.ref = a.id");
    schema.add("create view v_filter as select id, ref, cn, cx from c where cx is not null");
    schema.add(
        "create view v_union as select id, ref, an from a union all select id, ref, bn from b");
    return schema;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String query() {
    if (chance(12)) {
      return write();
    }
    StringBuilder with = new StringBuilder();
    if (chance(8)) {
      with.append(
          "with recursive w0 as (select id, ref, an as p, ax as q from a where id = 1 union all"
              + " select t.id, t.ref, t."
              + one(List.of("an", "an", "ax"))
              + ", t.ax from a t "
              + one(List.of("join", "left join"))
              + " w0 on w0.ref = t.id where t.id < 0)");
      common.add("w0");
    }
    while (chance(25) && common.size() < 2) {
      String name = "w" + common.size();
      String body = select(1, true);
      with.append(with.isEmpty() ? "with " : ", ")
          .append(name)
          .append(" as (")
          .append(body)
          .append(")");
      common.add(name);
    }
    String query = select(2, false);
    if (chance(12)) {
      String operator = one(List.of(" union ", " union all ", " except ", " intersect "));
      String arm = select(1, false);
      boolean block = chance(30) && blocks < MOST_BLOCKS && !arm.contains("/*[*/");
      query +=
          block
              ? " /*[*/%sselect * from (%s) s%d where 'x' <> :text%d /*]*/"
                  .formatted(operator, arm, names++, blocks++)
              : operator + arm;
    }
    if (chance(10)) {
      query += " order by 1";
    }
    if (chance(8)) {
      query += " limit 3";
    }
    return (with + " " + query).strip();
  }

  private String write() {
    String table = one(TABLES);
    String letter = table;
    String returning = " returning id, " + letter + "n, " + letter + "x as renamed, ref";
    return switch (random.nextInt(3)) {
      case 0 ->
          "insert into %s (id, ref, %1$sn, %1$sx) select id + 1000, id, '%1$sn9', %1$sx from %1$s"
                  .formatted(table)
              + returning;
      case 1 ->
          "update %s set %1$sx = '%1$sx9' where id in (select ref from b)".formatted(table)
              + returning;
      default -> "delete from %s where id = :id".formatted(table) + returning;
    };
  }

  private record From(String alias, List<String> columns) {}

  /** A SELECT whose columns are id, ref and two more; those of a subquery have plain names. */
  private String select(int depth, boolean plain) {
    List<From> from = new ArrayList<>();
    StringBuilder text = new StringBuilder(source(depth, from));
    while (from.size() < 3 && chance(60)) {
      String join = one(JOINS);
      text.append(' ').append(join).append(' ');
      if (chance(12)) {
        text.append('(').append(source(depth, from)).append(' ').append(one(JOINS.subList(0, 4)));
        text.append(' ').append(source(depth, from)).append(" on ").append(link(from)).append(')');
      } else {
        text.append(source(depth, from));
      }
      if (chance(6) && !join.equals("cross join")) {
        text.append(" using (id)");
      } else if (!join.equals("cross join")) {
        text.append(" on ").append(chance(80) ? link(from) : condition(from, 0));
      }
    }
    if (chance(8) && blocks < MOST_BLOCKS) {
      String table = one(TABLES);
      String alias = "o" + names++;
      String on = alias + "." + one(IDS) + " = " + column(from, one(IDS)) + " and " + alias + ".";
      text.append(" /*[*/ ").append(one(JOINS.subList(0, 5))).append(' ').append(table).append(' ');
      text.append(alias).append(" on ").append(on).append(table).append("x <> ");
      text.append(":text").append(blocks++).append(" /*]*/");
    }
    if (chance(45)) {
      text.append(" where ").append(condition(from, depth));
      if (chance(35) && blocks < MOST_BLOCKS) {
        text.append(one(List.of(" /*[*/ and ", " /*[*/ or "))).append(condition(from, 0));
        text.append(one(List.of(" and ", " or "))).append(any(from));
        text.append(one(List.of(" = ", " <> "))).append(":text").append(blocks++);
        text.append(" /*]*/");
      }
    }
    String group = "";
    List<String> items = new ArrayList<>();
    if (plain) {
      items.add(column(from, IDS.get(0)) + " as id");
      items.add(
          chance(70)
              ? column(from, "ref") + " as ref"
              : "max(" + column(from, "ref") + ") over () as ref");
      items.add((chance(80) ? any(from) : expression(from, 0)) + " as p");
      items.add(any(from) + " as q");
    } else if (chance(18)) {
      String key = any(from);
      group = chance(75) ? " group by " + key : "";
      items.add(group.isEmpty() && !sqlite ? "count(*) as n" : key + " as k");
      items.add("count(" + any(from) + ") as n");
      items.add(one(List.of("max", "min", "count")) + "(" + any(from) + ") as m");
      items.add("coalesce(max(" + any(from) + "), 'none') as c");
    } else {
      for (From each : from) {
        items.add(
            chance(35)
                ? each.alias() + ".*"
                : column(List.of(each), one(each.columns())) + " as c" + names++);
      }
      if (chance(40)) {
        items.add(expression(from, depth) + " as e" + names++);
      }
    }
    String distinct = chance(8) ? "distinct " : "";
    return "select " + distinct + String.join(", ", items) + " from " + text + group;
  }

  private String source(int depth, List<From> from) {
    String alias = "t" + names++;
    Supplier<String> table =
        () -> {
          String name = one(TABLES);
          from.add(new From(alias, List.of("id", "ref", name + "n", name + "x")));
          return name + " " + alias;
        };
    int choice = random.nextInt(100);
    if (choice < 15) {
      String view = one(VIEWS);
      from.add(
          new From(
              alias,
              switch (view) {
                case "v_inner" -> List.of("id", "ref", "an", "bx");
                case "v_left" -> List.of("id", "ref", "an", "bn");
                case "v_filter" -> List.of("id", "ref", "cn", "cx");
                default -> List.of("id", "ref", "an");
              }));
      return view + " as " + alias;
    } else if (choice < 19 && depth > 0) {
      String grouped = one(TABLES);
      from.add(new From(alias, List.of("id", "ref", "p", "q")));
      String where = chance(50) ? " where id > 2" : "";
      return "(select max(id) as id, min(ref) as ref, max(%sx) as p, count(*) || '' as q from %1$s%s) %s"
          .formatted(grouped, where, alias);
    } else if (choice < 23 && depth > 0) {
      from.add(new From(alias, List.of("id", "ref", "p", "q")));
      String ordered = "select id, ref, an as p, ax as q from a order by id limit 2";
      return "(" + ordered + ") " + alias;
    } else if (choice < 32 && depth > 0) {
      String select = select(depth - 1, true);
      from.add(new From(alias, List.of("id", "ref", "p", "q")));
      return "(" + select + ") " + alias;
    } else if (choice < 50 && !common.isEmpty()) {
      from.add(new From(alias, List.of("id", "ref", "p", "q")));
      return one(common) + " " + alias;
    }
    return table.get();
  }

  private String column(List<From> from, String name) {
    return one(from).alias() + "." + name;
  }

  private String any(List<From> from) {
    From one = one(from);
    return one.alias() + "." + one(one.columns().subList(2, one.columns().size()));
  }

  private String link(List<From> from) {
    From last = from.get(from.size() - 1);
    From other = from.get(random.nextInt(from.size() - 1));
    String link = last.alias() + "." + one(IDS) + " = " + other.alias() + "." + one(IDS);
    return chance(15) ? link + " and " + condition(from, 0) : link;
  }

  private String condition(List<From> from, int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0 -> any(from) + " is null";
      case 1 -> any(from) + " is not null";
      case 2 -> column(from, "ref") + " = " + column(from, "id");
      case 3 -> any(from) + " like '%1'";
      case 4 -> column(from, "id") + " < 3";
      case 5 -> "(" + condition(from, 0) + " or " + condition(from, 0) + ")";
      case 6 -> "not (" + condition(from, 0) + ")";
      case 7 -> column(from, "id") + (chance(50) ? "" : " not") + " in (:ids)";
      case 8 -> any(from) + " = :text";
      case 9 -> "exists (select 1 from b x where x.ref = " + column(from, "id") + ")";
      default -> column(from, "id") + " in (select ref from c)";
    };
  }

  private String expression(List<From> from, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> "coalesce(" + any(from) + ", 'none')";
      case 1 -> "upper(" + any(from) + ")";
      case 2 -> "case when " + condition(from, 0) + " then " + any(from) + " end";
      case 3 -> "'literal'";
      case 4 -> "(" + any(from) + ")";
      case 5 -> "nullif(" + any(from) + ", 'an1')";
      case 6 ->
          "(select x.bn from b x where x.ref = " + column(from, "id") + " order by 1 limit 1)";
      default -> "(select count(*) from b x where x.ref = " + column(from, "id") + ")";
    };
  }

  /** Rows of a small database: each table has from none to four. */
  static List<String> rows(Random random) {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES) {
      int count = random.nextInt(4) == 0 ? 0 : random.nextInt(5);
      for (int id = 1; id <= count; id++) {
        String ref = random.nextInt(4) == 0 && !table.equals("b") ? "null" : "" + random.nextInt(5);
        String x = random.nextInt(3) == 0 ? "null" : "'" + table + "x" + random.nextInt(3) + "'";
        rows.add(
            "insert into %s (id, ref, %1$sn, %1$sx) values (%d, %s, '%1$sn%d', %s)"
                .formatted(table, id, ref, random.nextInt(3), x));
      }
    }
    return rows;
  }
}
