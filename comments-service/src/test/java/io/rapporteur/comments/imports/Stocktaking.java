package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.KnownFiles;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.reference.LabelSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A consultation like that of the seed: 67 lettered items in paragraph 13 and 50 in paragraph 14;
 * {@code ي} is printed for both the 10th and the 36th of paragraph 13.
 */
final class Stocktaking {

  static final String ID = "stocktaking";
  static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";

  private static final FixedConsultations CONSULTATIONS =
      new FixedConsultations(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))
          .turnAway("Atlantis")
          .turnAway("Chile, Nigeria")
          .letSpeak("eg", "g77");
  private static final KnownFiles FILES =
      KnownFiles.none().with("file-1").with("file-2").withWaiting("file-3");

  private Stocktaking() {}

  /** Three States, two of which share a short name in French, and a group. */
  private static final class NamedParties implements Parties {

    @Override
    public List<Party> participants() {
      return List.of(
          new Party("cl", Map.of("en", Set.of("Chile", "Republic of Chile"), "ar", Set.of("شيلي"))),
          new Party("ng", Map.of("en", Set.of("Nigeria"), "ar", Set.of("نيجيريا"))),
          new Party("ir", Map.of("en", Set.of("Iran, Islamic Republic of"), "fr", Set.of("Deux"))),
          new Party("kp", Map.of("fr", Set.of("Deux"))));
    }

    @Override
    public List<Party> groups() {
      return List.of(
          new Party("g77", Map.of("en", Set.of("Group of 77 and China"), "ar", Set.of("مجموعة"))));
    }
  }

  static Consultation consultation() {
    List<Consultation.Item> items = new ArrayList<>();
    for (int number = 1; number <= 117; number++) {
      items.add(
          new Consultation.Item(
              id(number),
              DOCUMENT,
              "UNODC/CCPCJ/EG.4/2020/2",
              "2020",
              DOCUMENT + "." + paragraph(number),
              paragraph(number),
              label(number),
              number == 10 || number == 36 ? Map.of("ar", "(ي)") : Map.of(),
              2,
              number != 117));
    }
    return new Consultation(
        ID,
        List.of(DOCUMENT),
        1,
        Instant.EPOCH,
        Instant.parse("2030-01-01T00:00:00Z"),
        Map.of(),
        items);
  }

  static Agenda agenda() {
    List<Agenda.Item> items = new ArrayList<>();
    for (int number = 1; number <= 116; number++) {
      items.add(
          new Agenda.Item(
              id(number),
              number,
              DOCUMENT,
              "UNODC/CCPCJ/EG.4/2020/2",
              new Agenda.Section(
                  DOCUMENT + "." + paragraph(number),
                  Map.of("en", "Heading of " + paragraph(number)),
                  Optional.empty(),
                  Map.of()),
              paragraph(number) + "(" + label(number) + ")",
              "en",
              Map.of("en", new Agenda.Text("Text " + number, 2, false))));
    }
    return new Agenda(ID, Map.of("en", "Comments"), Instant.EPOCH, items);
  }

  static String id(int number) {
    return DOCUMENT + "." + paragraph(number) + "." + label(number);
  }

  private static String paragraph(int number) {
    return number <= 67 ? "13" : "14";
  }

  private static String label(int number) {
    return LabelSeries.at(number <= 67 ? number : number - 67);
  }

  static ImportOrder order(String key, Object file) {
    return order(key, file, EnumSet.allOf(Duty.class), Optional.of("Justice"));
  }

  static ImportOrder order(String key, Object file, Set<Duty> duties, Optional<String> ministry) {
    return ImportOrder.of(
        new Act("eg", "eg", key, Instant.EPOCH, Map.of("act", "import", "file", file)),
        duties,
        consultation(),
        agenda(),
        ministry,
        Optional.of(UnLanguage.EN),
        "csv",
        new BesideResolution(CONSULTATIONS, FILES, Instant.EPOCH, Files.JUDGED),
        new NamedParties());
  }
}
