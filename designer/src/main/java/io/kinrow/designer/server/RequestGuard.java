package io.kinrow.designer.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every check of a request, in one place: it must come from our own page, on this machine, and name
 * something that there is.
 */
final class RequestGuard {

  /** The header that the page sends the token in: no other site can set it. */
  static final String TOKEN = "X-Kinrow-Token";

  /** Headers of every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cache-Control",
          "no-store",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final Set<String> hosts;
  private final AccessToken token;
  private final AccessToken invitation;
  private final Map<String, Endpoint> endpoints;
  private final Map<String, PageFile> files;

  RequestGuard(
      int port,
      AccessToken token,
      AccessToken invitation,
      Map<String, Endpoint> endpoints,
      Map<String, PageFile> files) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.token = token;
    this.invitation = invitation;
    this.endpoints = endpoints;
    this.files = files;
  }

  /** Returns why a request is refused; nothing if it passes. Its body is not read. */
  Optional<Reply> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = single(headers, "Host");
    if (!hosts.contains(host)) {
      return refused(421, "This server is for the page on 127.0.0.1 only");
    }
    List<String> origins = headers.getOrDefault("Origin", List.of());
    if (!origins.isEmpty() && !origins.equals(List.of("http://" + host))) {
      return refused(403, "Requests of other sites are refused");
    }
    String site =
        headers.containsKey("Sec-Fetch-Site") ? single(headers, "Sec-Fetch-Site") : "none";
    if (!site.equals("same-origin") && !site.equals("none")) {
      return refused(403, "Requests of other sites are refused");
    }
    // compared as it was sent: nothing is decoded or resolved, so nothing leads elsewhere
    String target = exchange.getRequestURI().toString();
    Endpoint endpoint = endpoints.get(target);
    if (endpoint == null && !files.containsKey(target)) {
      return refused(404, "There is nothing here");
    }
    String method = endpoint == null ? "GET" : endpoint.method();
    if (!exchange.getRequestMethod().equals(method)) {
      return refused(405, "Use " + method).map(reply -> reply.with("Allow", method));
    }
    if (endpoint == null) {
      return Optional.empty();
    }
    if (method.equals("POST") && !isJson(single(headers, "Content-Type"))) {
      return refused(415, "Send application/json");
    }
    String sent = single(headers, TOKEN);
    if (target.equals(PageServer.ENTER) ? !invitation.matchesOnce(sent) : !token.matches(sent)) {
      return refused(401, "Open the address that was printed when the server started")
          .map(reply -> reply.with("WWW-Authenticate", "Kinrow"));
    }
    return Optional.empty();
  }

  /** The value of a header that must not be there twice; "" if it is, or is not there at all. */
  private static String single(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  private static boolean isJson(String contentType) {
    return contentType.strip().matches("(?i)application/json(\\s*;\\s*charset=\"?utf-8\"?)?");
  }

  private static Optional<Reply> refused(int status, String problem) {
    return Optional.of(Reply.problem(status, problem));
  }
}
