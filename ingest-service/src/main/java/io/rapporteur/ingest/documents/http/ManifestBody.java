package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A manifest in JSON.
 *
 * @param manifest a stand-in if there are faults
 * @param encoding of the file, where it is known better than it can be found out
 * @param faults all of them
 */
public record ManifestBody(Manifest manifest, Optional<String> encoding, List<Fault> faults) {

  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit SHORT_NAME = TextLimit.characters(40);
  private static final TextLimit TITLE = TextLimit.characters(2_000);
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final int MOST_LISTS = 100;
  private static final Map<String, String> LANGUAGES = languages();

  /** Reads a manifest with all its faults. */
  public static ManifestBody read(ObjectNode body) {
    var fields = new Fields(body);
    String document = fields.text("document", NAME);
    if (!document.isEmpty() && !ID.matcher(document).matches()) {
      fields.fault("document", document, "small Latin letters, digits, dots and hyphens");
    }
    String symbol = fields.text("symbol", NAME);
    String shortName = fields.optionalText("shortName", SHORT_NAME).orElse("");
    Map<String, String> titles = byLanguage(fields, "titles");
    String language = fields.word("language", LANGUAGES, "en");
    boolean machineRead = fields.flag("machineRead", false);
    List<ListOfRecommendations> lists = new ArrayList<>();
    for (Fields each : fields.objects("lists", MOST_LISTS)) {
      lists.add(
          new ListOfRecommendations(
              each.text("paragraph", NAME),
              each.optionalText("agendaItem", NAME).orElse(""),
              byLanguage(each, "headings")));
      each.refuseOthers();
    }
    Optional<String> encoding = fields.optionalText("encoding", NAME);
    fields.refuseOthers();
    return new ManifestBody(
        new Manifest(document, symbol, shortName, titles, language, machineRead, lists),
        encoding,
        fields.faults());
  }

  private static Map<String, String> byLanguage(Fields fields, String name) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    fields
        .object(name)
        .ifPresent(
            each -> {
              LANGUAGES
                  .keySet()
                  .forEach(
                      l -> each.optionalText(l, TITLE).ifPresent(text -> byLanguage.put(l, text)));
              each.refuseOthers();
            });
    return byLanguage;
  }

  private static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    List.of("ar", "zh", "en", "fr", "ru", "es").forEach(l -> languages.put(l, l));
    return languages;
  }
}
