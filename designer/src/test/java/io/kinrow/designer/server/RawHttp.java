package io.kinrow.designer.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests as bytes on a socket: what no well-behaved client would send, too. */
final class RawHttp {

  /** What came back. */
  record Answer(int status, String head, String body) {

    String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private RawHttp() {}

  /** Sends lines of a head, which may name {@code PORT}, and a body. */
  static Answer send(int port, String body, String... lines) throws IOException {
    String head = String.join("\r\n", lines).replace("PORT", String.valueOf(port));
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (answer.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("no answer: " + answer);
        }
        answer.append((char) next);
      }
      String top = answer.toString();
      Answer heading = new Answer(Integer.parseInt(top.substring(9, 12)), top, "");
      String length = heading.header("Content-Length");
      int bytes = length.isEmpty() || lines[0].startsWith("HEAD") ? 0 : Integer.parseInt(length);
      String content = new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
      return new Answer(heading.status(), top, content);
    }
  }
}
