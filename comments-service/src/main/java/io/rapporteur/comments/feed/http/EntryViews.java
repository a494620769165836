package io.rapporteur.comments.feed.http;

import io.rapporteur.comments.feed.Detail;
import io.rapporteur.comments.feed.Entry;
import io.rapporteur.comments.feed.FeedEntry;
import io.rapporteur.comments.feed.Feeds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries as JSON, each with the address at which what it is about is read. */
public final class EntryViews {

  private final Feeds feeds;

  /** Puts them together. */
  public EntryViews(Feeds feeds) {
    this.feeds = feeds;
  }

  /** The entries of a page. */
  public List<Map<String, Object>> of(List<FeedEntry> entries) {
    Map<String, Optional<String>> consultations = new HashMap<>();
    return entries.stream().map(entry -> view(entry, consultations)).toList();
  }

  private Map<String, Object> view(FeedEntry told, Map<String, Optional<String>> consultations) {
    Entry entry = told.entry();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", told.id());
    view.put("kind", entry.kind().word());
    view.put("at", entry.at());
    view.put(entry.kind().subject().word(), entry.about());
    entry.details().forEach((detail, value) -> view.put(detail.field(), value(detail, value)));
    href(entry, consultations).ifPresent(href -> view.put("href", href));
    return view;
  }

  private static Object value(Detail detail, String value) {
    return switch (detail.form()) {
      case WORD -> value;
      case NUMBER -> Integer.valueOf(value);
      case FLAG -> Boolean.valueOf(value);
    };
  }

  /** Empty for what the reader has left, and for what no consultation puts forward yet. */
  private Optional<String> href(Entry entry, Map<String, Optional<String>> consultations) {
    if (!entry.readable()) {
      return Optional.empty();
    }
    String id = entry.about();
    return switch (entry.kind().subject()) {
      case COMMENT -> Optional.of("/api/v1/comments/" + id);
      case SUBMISSION -> Optional.of("/api/v1/submissions/" + id);
      case QUESTION -> Optional.of("/api/v1/silence/" + id);
      case CONSULTATION ->
          Optional.of(
              switch (entry.kind()) {
                    case EDITION_PUBLISHED, EDITION_OPENED -> "/api/v1/compilations/";
                    case DRAFT_CIRCULATED -> "/api/v1/entries?consultation=";
                    case LIST_ADOPTED -> "/api/v1/adopted/";
                    default -> "/api/v1/consultations/";
                  }
                  + id);
      case RECOMMENDATION ->
          consultations
              .computeIfAbsent(
                  entry.details().getOrDefault(Detail.DOCUMENT, ""), feeds::consultationOn)
              .map(c -> "/api/v1/consultations/" + c + "/recommendations/" + id);
    };
  }
}
