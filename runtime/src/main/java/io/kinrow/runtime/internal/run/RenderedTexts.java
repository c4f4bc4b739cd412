package io.kinrow.runtime.internal.run;

import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.conf.StatementType;

/** Settings under which jOOQ writes a statement once, with a question mark for each value. */
public final class RenderedTexts {

  private RenderedTexts() {}

  /** A copy of the user's settings with those that such texts, and templates of ours, need. */
  public static Settings settings(Settings user) {
    return SettingsTools.clone(user)
        .withParamType(ParamType.INDEXED)
        .withRenderPlainSQLTemplatesAsRaw(false)
        .withStatementType(StatementType.PREPARED_STATEMENT);
  }
}
