package io.kinrow.microblog.command;

import io.kinrow.microblog.store.BlogDatabase;
import io.kinrow.microblog.store.BlogFile;
import io.kinrow.microblog.store.BlogServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The path of an SQLite file, or the URL of a PostgreSQL database as Java or {@code psql} takes it.
 */
final class DatabaseConverter implements ITypeConverter<BlogDatabase> {

  private static final String SQLITE = "jdbc:sqlite:";

  @Override
  public BlogDatabase convert(String value) {
    if (value.startsWith(BlogServer.PREFIX)) {
      return BlogServer.at(value);
    }
    if (value.matches("postgres(ql)?://.*")) {
      return BlogServer.at(ofJava(value));
    }
    if (value.startsWith(SQLITE)) {
      throw new TypeConversionException(
          "--db takes the path of an SQLite file, not its URL: --db "
              + value.substring(SQLITE.length()).replaceFirst("[?].*", ""));
    }
    if (value.startsWith("jdbc:")) {
      throw new TypeConversionException(
          "--db takes the path of an SQLite file, or the URL of a PostgreSQL database: "
              + BlogServer.PREFIX
              + "//HOST:PORT/DATABASE");
    }
    try {
      return BlogFile.at(Path.of(value));
    } catch (InvalidPathException e) {
      throw new TypeConversionException("--db takes a path, which this is not: " + e.getMessage());
    }
  }

  /** Such as {@code postgresql://user:password@host:5432/database?sslmode=require}. */
  private static String ofJava(String value) {
    try {
      URI uri = new URI(value);
      StringBuilder url = new StringBuilder(BlogServer.PREFIX).append("//");
      String place = String.valueOf(uri.getRawAuthority());
      url.append(place.substring(place.lastIndexOf('@') + 1)).append(uri.getRawPath());
      char next = '?';
      if (uri.getRawQuery() != null) {
        url.append(next).append(uri.getRawQuery());
        next = '&';
      }
      if (uri.getUserInfo() != null) {
        String[] login = uri.getUserInfo().split(":", 2);
        url.append(next).append("user=").append(encoded(login[0]));
        if (login.length > 1) {
          url.append("&password=").append(encoded(login[1]));
        }
      }
      return url.toString();
    } catch (URISyntaxException e) {
      throw new TypeConversionException(
          "--db takes a URL such as postgresql://HOST:PORT/DATABASE: " + e.getReason());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
