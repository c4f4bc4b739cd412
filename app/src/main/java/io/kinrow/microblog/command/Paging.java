package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Listing;
import io.kinrow.runtime.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of commands that show their rows page by page. */
final class Paging {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  private int page = 1;
  private int size = 20;

  @Option(
      names = "--page",
      paramLabel = "N",
      description = "The page to show, counted from 1 (default: 1).")
  void page(int number) {
    Positive.require(command, "--page", number);
    this.page = number;
  }

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "The number of posts on a page (default: 20).")
  void size(int rows) {
    Positive.require(command, "--size", rows);
    this.size = rows;
  }

  int page() {
    return page;
  }

  int size() {
    return size;
  }

  /** How the rows of a page go on. */
  static Listing.More more(Page<?> page, String what) {
    String hint =
        page.pages() == 1
            ? ""
            : "Page " + page.number() + " of " + page.pages() + ", " + page.total() + " " + what;
    if (page.hasNext()) {
      hint += ". Next: --page " + (page.number() + 1);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("page", page.number());
    fields.put("pages", page.pages());
    fields.put("total", page.total());
    return new Listing.More(hint, fields);
  }
}
