package io.kinrow.processor.write;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/**
 * A generated file.
 *
 * @param name qualified name of its class
 * @param origins what it was generated from, for incremental builds
 */
public record SourceFile(String name, String text, List<Element> origins) {

  /** Writes it, once. */
  public void writeTo(Filer filer) throws IOException {
    try (Writer writer =
        filer.createSourceFile(name, origins.toArray(Element[]::new)).openWriter()) {
      writer.write(text);
    }
  }
}
