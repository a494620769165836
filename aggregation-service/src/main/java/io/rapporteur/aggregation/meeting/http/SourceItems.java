package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.reference.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of a consultation, of which entries are made. */
final class SourceItems {

  private static final int MOST_SOURCES = 100;

  private final boolean severalDocuments;
  private final Map<String, Item> items = new LinkedHashMap<>();

  SourceItems(Consultation consultation, List<Item> items) {
    this.severalDocuments = consultation.documents().size() > 1;
    items.forEach(item -> this.items.put(item.id(), item));
  }

  /** An item that an entry is made of. */
  record SourceView(
      String id, int number, String reference, String document, String symbol, String status) {}

  /** A section that items stand under, with the words that travel with them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SectionView(
      String id,
      Map<String, String> headings,
      @Nullable String agendaItem,
      Map<String, String> disclaimers) {}

  Optional<SourceView> view(String id) {
    return Optional.ofNullable(items.get(id))
        .map(
            item ->
                new SourceView(
                    id,
                    item.number(),
                    severalDocuments
                        ? item.referable().shownWithDocument()
                        : item.referable().shown(),
                    item.document(),
                    item.symbol(),
                    item.status()));
  }

  List<SourceView> views(Collection<String> ids) {
    return ids.stream().map(this::view).flatMap(Optional::stream).toList();
  }

  /** The sections of these items, in the order of the text. */
  List<SectionView> sections(Collection<String> ids) {
    Map<String, List<Item>> bySection = new LinkedHashMap<>();
    items.values().stream()
        .filter(item -> ids.contains(item.id()))
        .forEach(
            item ->
                bySection.computeIfAbsent(item.section().id(), id -> new ArrayList<>()).add(item));
    return bySection.values().stream()
        .map(Item.Section::all)
        .map(
            section ->
                new SectionView(
                    section.id(),
                    section.headings(),
                    section.agendaItem().orElse(null),
                    section.disclaimers()))
        .toList();
  }

  boolean machineRead(Collection<String> ids) {
    return items.values().stream().anyMatch(item -> ids.contains(item.id()) && item.machineRead());
  }

  /**
   * Ids of the items that are named, by id or as people write; each once, and standing. Where there
   * is a fault, what was named stands in for the id.
   *
   * @param path of the fields within the body
   */
  List<String> read(Fields fields, String path) {
    List<References.Referable> referables = items.values().stream().map(Item::referable).toList();
    List<String> named = fields.texts("sources", MOST_SOURCES, MeetingDoor.NAME);
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String field = "sources[" + i + "]";
      switch (References.resolve(named.get(i), referables)) {
        case References.Found(String id) -> {
          Item item = items.get(id);
          if (sources.contains(id)) {
            fields.fault(field, named.get(i), "each item once");
          } else if (item != null && !item.status().equals("standing")) {
            fields.fault(field, named.get(i) + " is " + item.status(), "an item that stands");
          }
          sources.add(id);
        }
        case References.Ambiguous(List<References.Candidate> candidates) -> {
          fields.fault(ReferenceParameter.ambiguous(path + field, named.get(i), candidates));
          sources.add(named.get(i));
        }
        case References.NothingFits nothing -> {
          fields.fault(field, named.get(i), "an item of the consultation");
          sources.add(named.get(i));
        }
      }
    }
    return sources;
  }
}
