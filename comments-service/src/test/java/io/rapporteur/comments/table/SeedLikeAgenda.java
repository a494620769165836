package io.rapporteur.comments.table;

import io.rapporteur.comments.table.Agenda.Item;
import io.rapporteur.comments.table.Agenda.Section;
import io.rapporteur.comments.table.Agenda.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An agenda of the size of the seed: 117 items in two lists, in Arabic, the first of them in
 * English too.
 */
public final class SeedLikeAgenda {

  /** Id of the consultation. */
  public static final String CONSULTATION = "stocktaking";

  /** Id of the document. */
  public static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";

  private SeedLikeAgenda() {}

  /** The agenda. */
  public static Agenda agenda() {
    List<Item> items = new ArrayList<>();
    for (int n = 1; n <= 117; n++) {
      items.add(n == 1 ? both() : arabic(n));
    }
    return new Agenda(
        CONSULTATION,
        Map.of("en", "Comments before the stocktaking meeting", "ar", "تعليقات قبل الاجتماع"),
        Instant.parse("2021-02-01T12:00:00.123Z"),
        items);
  }

  private static Item both() {
    return item(
        1,
        Map.of(
            "ar", new Text("ينبغي للدول أن تتعاون.", 2, true),
            "en", new Text("States should cooperate.", 1, false)));
  }

  private static Item arabic(int n) {
    return item(
        n, Map.of("ar", new Text("ينبغي للدول أن تنظر في ما يلي. ".repeat(20) + n, 1, true)));
  }

  private static Item item(int number, Map<String, Text> texts) {
    int paragraph = number <= 70 ? 13 : 14;
    int place = number <= 70 ? number : number - 70;
    return new Item(
        DOCUMENT + "." + paragraph + "." + place,
        number,
        DOCUMENT,
        "UNODC/CCPCJ/EG.4/2020/2",
        section(paragraph),
        paragraph + "(" + place + ")",
        "ar",
        texts);
  }

  private static Section section(int paragraph) {
    return new Section(
        DOCUMENT + "." + paragraph,
        Map.of("ar", "العنوان " + paragraph, "en", "Heading " + paragraph),
        Optional.of("2"),
        Map.of("ar", "لا يعني إدراجها أن الاجتماع يؤيدها " + paragraph));
  }
}
