package io.kinrow.jackson;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.Constructor;

/**
 * What is serialized of a converter, because Jackson's part of it cannot be: its class, of which
 * another one is made.
 */
record SerializedConverter(Class<?> type) implements Serializable {

  private Object readResolve() throws ObjectStreamException {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      InvalidObjectException failure =
          new InvalidObjectException(type.getName() + " has no constructor without parameters");
      failure.initCause(e);
      throw failure;
    }
  }
}
