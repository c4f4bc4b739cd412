package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.DdlScript;
import io.kinrow.migrate.diff.RenameRecorder;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.SqlFiles;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a schema that can be edited: each edit changes only the statements that it is about,
 * and is proved. Immutable: an edit gives a new value.
 *
 * <pre>{@code
 * DesiredSql desired = DesiredSql.of("CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);\n");
 * DesiredSql edited = desired.apply(new Edit.RenameColumn("users", "nick", "nickname"));
 * edited.text();      // CREATE TABLE users (id INTEGER PRIMARY KEY, nickname TEXT);
 * edited.renames();   // for SchemaDiff.between
 * }</pre>
 */
public final class DesiredSql {

  private final DesiredFiles files;
  private final LeftOut leftOut;
  private final DdlScript script;
  private final Schema schema;
  private final FormerNames former;

  private DesiredSql(DesiredFiles files, LeftOut leftOut) {
    this.files = files;
    this.leftOut = leftOut;
    this.script = script(files);
    this.schema = script.schema(leftOut);
    this.former = FormerNames.of(schema.catalog());
  }

  private DesiredSql(DesiredFiles files, DesiredSql before, Edit edit) {
    this.files = files;
    this.leftOut = before.leftOut;
    this.script = script(files);
    this.schema = script.schema(leftOut);
    this.former = before.former.after(edit, schema.catalog());
  }

  private static DdlScript script(DesiredFiles files) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.texts().forEach((file, text) -> texts.put(file.toString(), text));
    Path first = files.texts().keySet().iterator().next();
    Path folder = first.getParent();
    return DdlScript.of(
        texts, files.texts().size() == 1 || folder == null ? first.toString() : folder.toString());
  }

  /**
   * Returns the schema in some files, in this order.
   *
   * @throws RefusedException if SQLite refuses a statement; the message names its file and line
   */
  public static DesiredSql of(Map<Path, String> files) {
    return of(files, FlywaySettings.defaults());
  }

  /** Returns the same without what a project's settings leave out, such as Flyway's history. */
  public static DesiredSql of(Map<Path, String> files, FlywaySettings settings) {
    return new DesiredSql(new DesiredFiles(files), settings.leftOut());
  }

  /**
   * Returns the schema in a file, or in the {@code .sql} files of a folder; the paths of its texts
   * begin there.
   */
  public static DesiredSql read(Path fileOrFolder, FlywaySettings settings) {
    Path root = Files.isDirectory(fileOrFolder) ? fileOrFolder : fileOrFolder.getParent();
    Map<Path, String> texts = new LinkedHashMap<>();
    for (Path file : SqlFiles.in(fileOrFolder)) {
      texts.put(root == null ? file : root.relativize(file), Schema.read(file));
    }
    if (texts.isEmpty()) {
      throw RefusedException.because(fileOrFolder + " has no .sql files");
    }
    return of(texts, settings);
  }

  /** Returns the schema in one text, which is called {@code desired.sql}. */
  public static DesiredSql of(String text) {
    return of(Map.of(Path.of("desired.sql"), text));
  }

  /**
   * Returns the schema with a change.
   *
   * @throws RefusedException if the change is not possible, or if more than what was asked for
   *     would change
   */
  public DesiredSql apply(Edit edit) {
    Change change = change(edit);
    if (change.splices().isEmpty()) {
      return this;
    }
    DesiredSql after = new DesiredSql(new DesiredFiles(files.with(change.splices())), this, edit);
    new EditProof(this, after).check(edit, change.expected());
    return after;
  }

  private Change change(Edit edit) {
    if (edit instanceof Edit.CreateTable create) {
      return new TableEdits(this).create(create);
    } else if (edit instanceof Edit.DropTable drop) {
      return new TableEdits(this).drop(drop);
    } else if (edit instanceof Edit.RenameTable rename) {
      return new TableEdits(this).rename(rename);
    } else if (edit instanceof Edit.CommentTable comment) {
      return new TableEdits(this).comment(comment);
    } else if (edit instanceof Edit.AddColumn add) {
      return new ColumnEdits(this).add(add);
    } else if (edit instanceof Edit.DropColumn drop) {
      return new ColumnEdits(this).drop(drop);
    } else if (edit instanceof Edit.RenameColumn rename) {
      return new ColumnEdits(this).rename(rename);
    } else if (edit instanceof Edit.ChangeColumn change) {
      return new ColumnEdits(this).change(change);
    } else if (edit instanceof Edit.SetPrimaryKey key) {
      return new KeyEdits(this).primary(key);
    } else if (edit instanceof Edit.AddUnique key) {
      return new KeyEdits(this).addUnique(key);
    } else if (edit instanceof Edit.DropUnique key) {
      return new KeyEdits(this).dropUnique(key);
    } else if (edit instanceof Edit.AddForeignKey key) {
      return new ForeignKeyEdits(this).add(key);
    } else if (edit instanceof Edit.ChangeForeignKey key) {
      return new ForeignKeyEdits(this).change(key);
    } else if (edit instanceof Edit.DropForeignKey key) {
      return new ForeignKeyEdits(this).drop(key);
    } else if (edit instanceof Edit.CreateIndex index) {
      return new ObjectEdits(this).createIndex(index);
    } else if (edit instanceof Edit.DropIndex index) {
      return new ObjectEdits(this).dropIndex(index);
    }
    return new ObjectEdits(this).write((Edit.Write) edit);
  }

  /** Returns the texts of the files. */
  public Map<Path, String> texts() {
    return files.texts();
  }

  /** Returns the text of the only file, or of all of them. */
  public String text() {
    return String.join("", files.texts().values());
  }

  /** Returns what SQLite makes of the text. */
  public Catalog catalog() {
    return schema.catalog();
  }

  /** Returns the schema, with the renames of its comments and of all edits. */
  public Schema schema() {
    return new Schema(
        schema.catalog(),
        schema.origin(),
        schema.engine(),
        schema.repeatables(),
        schema.renames().withRenamesOf(renames()));
  }

  /** Returns the renames since the text was read. */
  public DiffOptions renames() {
    return former.renames();
  }

  /**
   * Returns the texts with a comment such as {@code -- kinrow:was nick} beside everything that was
   * renamed, from which a later diff knows.
   */
  public Map<Path, String> textsWithRenames() {
    return RenameRecorder.recorded(files.texts(), renames());
  }

  /** Returns the comment of a table, or "". */
  public String comment(String table) {
    TableText text = tableText(table);
    return Comments.text(text.script(), text.nameEnd(), text.body().open(), false);
  }

  /** Returns the comment of a column, or "". */
  public String comment(String table, String column) {
    TableText text = tableText(table);
    return comment(text, text.column(column));
  }

  /** Returns the comments of a table's columns, by column. */
  public Map<Name, String> columnComments(String table) {
    TableText text = tableText(table);
    Map<Name, String> comments = new LinkedHashMap<>();
    for (Element element : text.body().elements()) {
      Token column = element.column();
      if (column != null) {
        comments.put(new Name(column.unquoted()), comment(text, element));
      }
    }
    return comments;
  }

  private static String comment(TableText text, Element element) {
    return Comments.text(text.script(), element.end(), element.comma(), true);
  }

  /**
   * Returns the statement that creates something, as it stands in its file.
   *
   * @param kind {@code TABLE}, {@code INDEX}, {@code VIEW} or {@code TRIGGER}
   */
  public Optional<String> sql(String kind, String name) {
    return files.find(kind, new Name(name)).map(found -> found.statement().text());
  }

  DesiredFiles files() {
    return files;
  }

  DdlScript script() {
    return script;
  }

  LeftOut leftOut() {
    return leftOut;
  }

  TableText tableText(String table) {
    return TableText.of(files, new Name(table));
  }

  Table table(String table) {
    return catalog().table(new Name(table)).orElseThrow(() -> noTable(table));
  }

  RefusedException noTable(String table) {
    return RefusedException.because("There is no table " + table);
  }

  Column column(String table, String column) {
    return table(table)
        .column(new Name(column))
        .orElseThrow(() -> RefusedException.because("There is no column " + table + "." + column));
  }
}
