package io.kinrow.queries.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.kinrow.annotation.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the texts of {@link Sql} in one parsed source. */
final class SqlFinder extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final String NAME = Sql.class.getName();
  private static final String PACKAGE = Sql.class.getPackageName();

  private final SourceLines source;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final boolean isImported;
  private final List<FoundSql> texts;
  private final List<Complaint> complaints;

  SqlFinder(
      SourceLines source,
      CompilationUnitTree unit,
      SourcePositions positions,
      List<FoundSql> texts,
      List<Complaint> complaints) {
    this.source = source;
    this.unit = unit;
    this.positions = positions;
    this.isImported = isImported(unit);
    this.texts = texts;
    this.complaints = complaints;
  }

  /** Other libraries have an annotation of this name too. */
  private static boolean isImported(CompilationUnitTree unit) {
    for (ImportTree each : unit.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      if (!each.isStatic() && (name.equals(NAME) || name.equals(PACKAGE + ".*"))) {
        return true;
      }
    }
    return unit.getPackageName() != null && unit.getPackageName().toString().equals(PACKAGE);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
    String name = annotation.getAnnotationType().toString();
    if (name.equals(NAME) || (isImported && name.equals("Sql"))) {
      annotation.getArguments().forEach(this::read);
    }
    return super.visitAnnotation(annotation, null);
  }

  private void read(ExpressionTree argument) {
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    PlacedText text = new PlacedText(end(value));
    List<Tree> unknown = new ArrayList<>();
    append(value, text, unknown);
    if (unknown.isEmpty()) {
      texts.add(new FoundSql(source, text));
    }
    for (Tree tree : unknown) {
      complaints.add(
          new Complaint(
              source,
              start(tree),
              end(tree),
              "the text of a declared query must be a literal, because it is checked without compiling anything. Write the whole statement here as one string or text block"));
    }
  }

  private void append(ExpressionTree value, PlacedText text, List<Tree> unknown) {
    if (value instanceof LiteralTree literal && literal.getValue() instanceof String content) {
      text.add(literal(content, start(literal), end(literal)));
    } else if (value instanceof ParenthesizedTree inside) {
      append(inside.getExpression(), text, unknown);
    } else if (value instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      append(sum.getLeftOperand(), text, unknown);
      append(sum.getRightOperand(), text, unknown);
    } else {
      unknown.add(value);
    }
  }

  private PlacedText literal(String content, int start, int end) {
    PlacedText read = StringLiteral.read(source.content(), start, end);
    if (read.text().equals(content)) {
      return read;
    }
    PlacedText whole = new PlacedText(end); // no other place is known than that of the literal
    content.chars().forEach(c -> whole.add((char) c, start, end));
    return whole;
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
