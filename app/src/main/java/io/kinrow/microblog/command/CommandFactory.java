package io.kinrow.microblog.command;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands: hands the session to those whose constructor asks for it. */
final class CommandFactory implements IFactory {

  private final IFactory others = CommandLine.defaultFactory();
  private final BlogSession session;

  CommandFactory(BlogSession session) {
    this.session = session;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == BlogSession.class) {
        return type.cast(constructor.newInstance(session));
      }
    }
    return others.create(type);
  }
}
