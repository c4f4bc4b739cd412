package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The statement of a method of {@link Queries}, in the SQL of the project's database. A colon and a
 * name stand for the parameter of that name; {@code in (:names)} for a list of any length.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Sql {

  /** One statement, as a literal. */
  String value();
}
