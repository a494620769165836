package io.rapporteur.schemas.access;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.audit.Note;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes each act of a known caller once it has been answered: every request that may change
 * something, allowed or refused, and every look at what is sealed. Reading what is open is no act.
 */
final class ActFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Said of a path that no door serves: it may hold anything. */
  private static final String NO_DOOR = "no such door";

  private final Trail trail;

  ActFilter(Trail trail) {
    this.trail = trail;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller shown = Caller.of(SecurityContextHolder.getContext().getAuthentication());
    try {
      chain.doFilter(request, response);
    } finally {
      Caller caller = Acting.in(request).orElse(shown);
      boolean act = !READING.contains(request.getMethod()) || Note.word(request).isPresent();
      if (act && caller.role() != Role.PUBLIC) {
        trail.acts().note(noted(request, response, caller));
      }
    }
  }

  private ActNoted noted(HttpServletRequest request, HttpServletResponse response, Caller caller) {
    String path =
        Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
            .map(Object::toString)
            .filter(pattern -> !pattern.equals("/**"))
            .orElse(NO_DOOR);
    return ActNoted.newBuilder()
        .setAct(UUID.randomUUID().toString())
        .setNotedAt(trail.clock().instant())
        .setAccount(caller.client())
        .setRole(caller.role().claim())
        .setParticipant(caller.participant().orElse(null))
        .setWithin(caller.role() == Role.DELEGATION && within(request, path))
        .setDoor(request.getMethod() + " " + path)
        .setThings(things(request, response))
        .setStatus(response.getStatus())
        .setNote(Note.word(request).orElse(null))
        .build();
  }

  /** What was refused before it reached a door is judged by the path that was asked. */
  private boolean within(HttpServletRequest request, String path) {
    String asked = path.equals(NO_DOOR) ? URI.create(request.getRequestURI()).getPath() : path;
    return trail.within().stream().anyMatch(door -> door.matcher(asked).lookingAt());
  }

  private static List<String> things(HttpServletRequest request, HttpServletResponse response) {
    Stream<String> named =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            ? variables.values().stream().map(Object::toString)
            : Stream.empty();
    Stream<String> made =
        Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION)).stream()
            .map(location -> URI.create(location).getPath())
            .map(location -> location.substring(location.lastIndexOf('/') + 1));
    return Stream.concat(Stream.concat(named, Note.thing(request).stream()), made)
        .distinct()
        .sorted()
        .toList();
  }
}
